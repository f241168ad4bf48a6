"""Quizzes: questions with options and feedback, found among the blocks of a lesson."""

from __future__ import annotations

from saferhub.model.lesson import Block, BlockKind, Body, Quiz, QuizOption


def quizzes(body: Body) -> list[Quiz]:
    """Return every quiz of a lesson, in order, as question, options and feedback."""
    found = []
    for container in body.containers:
        if container.name != "quiz":
            continue
        blocks = [block for block in body.blocks if container in block.containers]
        found.append(Quiz(_question(blocks), tuple(_options(blocks)), container.line))
    return found


def is_option(block: Block) -> bool:
    """Whether a block is an answer to choose: a list item with a task box."""
    return block.kind is BlockKind.LIST_ITEM and "[" in block.marker


def _question(blocks: list[Block]) -> str:
    question = []
    for block in blocks:
        if is_option(block):
            break
        question.append(block.text)
    return " ".join(question)


def _options(blocks: list[Block]) -> list[QuizOption]:
    options: list[QuizOption] = []
    for block in blocks:
        if is_option(block):
            options.append(QuizOption(block.text, "x" in block.marker.lower(), "", block.line))
        elif options:
            last = options[-1]
            feedback = f"{last.feedback} {block.text}".strip()
            options[-1] = QuizOption(last.text, last.right, feedback, last.line)
    return options
