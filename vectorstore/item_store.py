"""Plans and items in SQLite beside Chroma, which is the truth for all but vectors; the one door to sqlite3 in a store.

Chroma indexes every document letter by letter, so that writing one costs more the more there are: upserting texts of
300 characters took five times as long as their vectors alone, and plans' records of 30,000 grew from 0.6 s to 2.6 s
each within 180. Here a record costs what it weighs. Plans, bodies and items stand in tables of their own, so that
opening a store reads no text. A plan goes in with all its items in one transaction, after its vectors and words: half
a plan is never seen. Each row bears a checksum, because SQLite does not notice an altered letter.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from cachetools import LRUCache

from ingest.errors import OperatorError, UserError
from ingest.plan import Item
from vectorstore.damage import DamagedStoreError, Part
from vectorstore.plan_table import PlanTable
from vectorstore.stored_plan import Body, StoredPlan, WholePlan

KEPT_ITEMS = 20_000  # in memory, some 2 KB each
BUSY_SECONDS = 30.0  # how long another process's writing is waited for
BROKEN = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CANTOPEN"})
TABLES = """
CREATE TABLE IF NOT EXISTS plans (id TEXT PRIMARY KEY, record BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS bodies (edition TEXT PRIMARY KEY, record BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS items (
  edition TEXT NOT NULL, position INTEGER NOT NULL, record BLOB NOT NULL, checksum INTEGER NOT NULL,
  PRIMARY KEY (edition, position)
);
"""


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item in the store: its plan's edition, its position in the plan from 0, and its own fields."""

    edition: str
    position: int
    item: Item

    @property
    def key(self) -> str:
        """The item's id in all indexes."""
        return f"{self.edition}/{self.position}"


class ItemStore:
    """The records of one store. Raises DamagedStoreError wherever they are not what was written."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file; it is made where `create` is true, and has to be there where not."""
        self.path = path
        self._lock = RLock()
        self._kept: LRUCache[str, tuple[StoredItem, ...]] = LRUCache(KEPT_ITEMS, getsizeof=len)
        with self._telling():
            uri = f"{path.resolve().as_uri()}?mode={'rwc' if create else 'rw'}"
            self._connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
            if create:
                self._connection.executescript(TABLES)
        rows = self._select("SELECT CAST(id AS BLOB), CAST(record AS BLOB), checksum FROM plans", [])
        self.table = PlanTable(StoredPlan.from_row(self._read(row)) for row in rows)

    def body_of(self, plan: StoredPlan) -> Body:
        """The plan's tree and text. Raises UserError where the store holds the plan no more."""
        rows = self._select(
            "SELECT CAST(edition AS BLOB), CAST(record AS BLOB), checksum FROM bodies WHERE edition = ?", [plan.edition]
        )
        if not rows and self.table.find(plan.id) == plan:
            raise DamagedStoreError(self.path.parent, [Part.RECORDS])
        if not rows:
            raise UserError(f"《{plan.identity.title}》 was changed or removed meanwhile; look at the list again.")
        return Body.from_row(self._read(rows[0]))

    def items_of(self, edition: str) -> list[StoredItem]:
        """The items of one edition in reading order; none of an edition that the store does not hold."""
        with self._lock:
            kept = self._kept.get(edition)
        if kept is not None:
            return list(kept)
        rows = self._select(
            "SELECT CAST(edition || '/' || position AS BLOB), CAST(record AS BLOB), checksum FROM items WHERE edition = ? ORDER BY position",
            [edition],
        )
        items = tuple(self._stored(row) for row in rows)
        plan = self.table.find(edition.partition(":")[0])
        if plan and plan.edition == edition and plan.item_count != len(items):
            raise DamagedStoreError(self.path.parent, [Part.RECORDS])
        if items:
            with self._lock:
                self._kept[edition] = items
        return list(items)

    def all_items(self) -> list[StoredItem]:
        """The items of all plans, each plan's in reading order; of many plans faster than one by one."""
        rows = self._select(
            "SELECT CAST(edition || '/' || position AS BLOB), CAST(record AS BLOB), checksum FROM items ORDER BY edition, position",
            [],
        )
        return [self._stored(row) for row in rows]

    def items_by_key(self, keys: Sequence[str]) -> list[StoredItem]:
        """The items with the given keys, in their order; one that is not there is left out."""
        editions = {key: key.rpartition("/")[0] for key in keys}
        items = {one.key: one for edition in dict.fromkeys(editions.values()) for one in self.items_of(edition)}
        return [items[key] for key in keys if key in items]

    def write(self, plans: Iterable[WholePlan], *, forget: Iterable[str] = ()) -> None:
        """Make the plans known, each in place of an earlier edition of it, and unknown those with the ids in `forget`.

        All is done, or nothing.
        """
        plans, gone = list(plans), list(forget)
        old = [found for plan_id in (*gone, *(one.plan.id for one in plans)) if (found := self.table.find(plan_id))]
        with self._lock, self._telling(), self._connection as connection:
            for table, key in (("items", "edition"), ("bodies", "edition")):
                connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(plan.edition,) for plan in old])
            connection.executemany("DELETE FROM plans WHERE id = ?", [(plan.id,) for plan in old])
            for one in plans:
                plan = one.plan
                connection.execute("INSERT INTO plans VALUES (?, ?, ?)", _row(plan.id, plan.to_row()))
                connection.execute("INSERT INTO bodies VALUES (?, ?, ?)", _row(plan.edition, one.body.to_row()))
                connection.executemany(
                    "INSERT INTO items VALUES (?, ?, ?, ?)",
                    [_item_row(StoredItem(plan.edition, at, item)) for at, item in enumerate(one.items)],
                )
        with self._lock:
            for plan in (*old, *(one.plan for one in plans)):
                self._kept.pop(plan.edition, None)
            for plan in old:
                self.table.drop(plan.id)
            for one in plans:
                self.table.put(one.plan)

    def check(self) -> None:
        """Read every row. Raises DamagedStoreError where anything is not what was written."""
        with self._telling():
            if self._connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise DamagedStoreError(self.path.parent, [Part.RECORDS])
        for plan in self.table.by_title:
            self.body_of(plan)
        if len(self.all_items()) != sum(plan.item_count for plan in self.table.by_title):
            raise DamagedStoreError(self.path.parent, [Part.RECORDS])

    def _select(self, statement: str, values: Sequence[Any]) -> list[tuple[bytes, bytes, int]]:
        with self._lock, self._telling():
            return self._connection.execute(statement, values).fetchall()

    def _stored(self, row: tuple[bytes, bytes, int]) -> StoredItem:
        item = Item(*self._read(row))
        edition, _, position = row[0].decode().rpartition("/")
        return StoredItem(edition, int(position), item)

    def _read(self, row: tuple[bytes, bytes, int]) -> Any:
        """What was written under the key."""
        key, record, checksum = row
        if _checksum(key, record) != checksum:
            raise DamagedStoreError(self.path.parent, [Part.RECORDS])
        return json.loads(record)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            name = getattr(error, "sqlite_errorname", "")
            if name in BROKEN or "no such table" in str(error) or "decode" in str(error):
                raise DamagedStoreError(self.path.parent, [Part.RECORDS]) from error
            if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY")):
                raise OperatorError(
                    f"The records in {self.path} cannot be written ({error}); make room or mend its permissions."
                ) from error
            raise


def _row(key: str, value: dict[str, Any]) -> tuple[str, bytes, int]:
    record = json.dumps(value, ensure_ascii=False).encode()
    return key, record, _checksum(key.encode(), record)


def _item_row(stored: StoredItem) -> tuple[str, int, bytes, int]:
    record = json.dumps(astuple(stored.item), ensure_ascii=False).encode()
    return stored.edition, stored.position, record, _checksum(stored.key.encode(), record)


def _checksum(key: bytes, record: bytes) -> int:
    return zlib.crc32(record, zlib.crc32(key))
