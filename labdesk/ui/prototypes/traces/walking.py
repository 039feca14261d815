"""Where the arrows lead among drawn traces: from a card to its neighbour, by its id. No Qt."""

from labdesk.domain.trace_layout import Card, Layout

PAGE = 0.8
"""The share of what is seen that a page goes on by."""


def in_order(layout: Layout) -> list[Card]:
    """Column after column, from top to bottom."""
    return [card for stage in layout.columns for card in layout.in_column(stage)]


def beside(layout: Layout, current: str, dx: int, dy: int) -> str:
    """Up and down in a column; left and right along the chain, else to what stands beside."""
    here = layout.cards.get(current)
    if here is None:
        return next((card.knot.id for card in in_order(layout)), "")
    if dy:
        column = layout.in_column(here.knot.stage)
        rank = next((at for at, card in enumerate(column) if card.knot.id == current), 0) + dy
        return column[rank].knot.id if 0 <= rank < len(column) else ""
    ends = [line.b if dx > 0 else line.a for line in layout.lines if current in (line.a, line.b)]
    tied = [layout.cards[end] for end in ends if end != current]
    stages = list(layout.columns)
    rank = stages.index(here.knot.stage) + dx
    while not tied and 0 <= rank < len(stages):
        tied = layout.in_column(stages[rank])
        rank += dx
    middle = here.rect.y + here.rect.h / 2
    nearest = min(tied, key=lambda card: abs(card.rect.y + card.rect.h / 2 - middle), default=None)
    return nearest.knot.id if nearest is not None else ""


def page(layout: Layout, current: str, by: float) -> str:
    """In the same column, about a page of `by` px further."""
    here = layout.cards.get(current)
    if here is None:
        return ""
    aim = here.rect.y + PAGE * by
    column = layout.in_column(here.knot.stage)
    return min(column, key=lambda card: abs(card.rect.y - aim)).knot.id
