"""What stands where on a page: pieces of text, and the printed lines that they form."""

from dataclasses import dataclass

from ingest.readers.table_cells import Cell


@dataclass(frozen=True, slots=True)
class RuledRow:
    """A row of a table whose cells are drawn; `table` tells the tables of all pages apart."""

    cells: tuple[Cell, ...]
    table: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on a page: its box in any unit, y growing downwards; `page` from 1.

    A row of a table whose cells are drawn is one piece, `ruled`.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    page: int
    ruled: "RuledRow | None" = None

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line; `column` tells the columns of all pages apart, `is_split` that wide gaps stand in it."""

    pieces: tuple[Piece, ...]
    column: tuple[int, int]
    is_split: bool = False

    @property
    def text(self) -> str:
        """Its pieces, two spaces between them: what stands apart on the page is no letter of a word set wide."""
        return "  ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def top(self) -> float:
        """How far down it stands."""
        return min(piece.top for piece in self.pieces)

    @property
    def height(self) -> float:
        """How high its letters are."""
        return max(piece.height for piece in self.pieces)

    @property
    def page(self) -> int:
        """Its page."""
        return self.pieces[0].page

    @property
    def ruled(self) -> RuledRow | None:
        """The row of a drawn table that it is."""
        return self.pieces[0].ruled
