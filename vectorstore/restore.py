"""The plans of a store from its original files alone, under the names and with the corrections noted beside them."""

from collections.abc import Iterator
from functools import partial

from ingest.apart import FileReader
from ingest.document import Document, write_lines
from ingest.errors import UserError
from ingest.plan import Identity
from ingest.split import split_plans
from vectorstore.cut import cut_document, cut_stored
from vectorstore.originals import Origin, Originals
from vectorstore.remake import Source
from vectorstore.stored_plan import StoredPlan, WholePlan


class Restoration:
    """The plans that the originals give. `lost` names, once they were read, those that could not be had."""

    def __init__(self, originals: Originals, reader: FileReader) -> None:
        self._originals = originals
        self._reader = reader
        self._documents: tuple[str, list[Document]] = ("", [])  # of the file that was read last
        self.lost: list[str] = []

    def sources(self) -> Iterator[Source]:
        """The plans that were noted, and those of files beside which nothing can be read."""
        for content_hash in self._originals.hashes():
            origins = self._originals.origins(content_hash)
            for origin in origins:
                plan = _stub(origin, content_hash)
                yield Source(plan.edition, partial(self._restored, plan, origin.text))
            if not origins:
                yield from self._unnamed(content_hash)

    def _restored(self, plan: StoredPlan, text: str | None) -> WholePlan | None:
        """The plan, from its noted text or from the one document of its source in its file."""
        try:
            return cut_stored(plan, self._text_of(plan) if text is None else text)
        except UserError:
            self.lost.append(plan.identity.source)
            return None

    def _text_of(self, plan: StoredPlan) -> str:
        source = plan.identity.source
        documents = self._read(plan.content_hash, source.partition("/")[0])
        found = [document for document in documents if document.source == source]
        if len(found) != 1:
            raise UserError(f"{source} cannot be had from its original file.")
        return write_lines(found[0])

    def _unnamed(self, content_hash: str) -> Iterator[Source]:
        """The plans of a file whose names are lost: it is called by its hash."""
        try:
            documents = self._read(content_hash, content_hash)
        except UserError:
            self.lost.append(content_hash)
            return
        for document in documents:
            try:
                cut = cut_document(document, ())
            except UserError:
                self.lost.append(document.source)
                continue
            whole = WholePlan.of(cut, path="", content_hash=content_hash, text=write_lines(document))
            yield Source(whole.plan.edition, partial(_same, whole))

    def _read(self, content_hash: str, source: str) -> list[Document]:
        """The file's documents. Raises UserError where it is not what was added, or cannot be read."""
        if self._documents[0] != content_hash:
            path = self._originals.find(content_hash)
            if path is None or not self._originals.is_whole(content_hash):
                raise UserError(f"The original file of {source} is lost or damaged.")
            read, _ = self._reader.read(path.read_bytes(), name=source, source=source)
            self._documents = content_hash, [part for document in read for part in split_plans(document)]
        return self._documents[1]


def _stub(origin: Origin, content_hash: str) -> StoredPlan:
    """The plan as far as it is noted; the rest of its identity is read from the file."""
    identity = Identity(origin.id, "", None, None, None, None, None, origin.source, "")
    return StoredPlan(identity, 0, origin.path, content_hash, origin.mends)


def _same(whole: WholePlan) -> WholePlan:
    return whole
