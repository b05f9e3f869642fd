"""The keyword index: BM25 over words and character pairs; the one door to tantivy."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import tantivy

from ingest.language.words import cut_pairs, cut_words
from vectorstore.damage import Part, told_as_damage
from vectorstore.item_store import StoredItem

HEADING_BOOST = 2.0  # a heading names what the item is about
PAIR_BOOST = 0.3  # pairs find what the dictionary cuts differently; words weigh more
WRITER_MEMORY = 50_000_000  # bytes


class LexicalIndex:
    """The words of a store's items, on disk in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open the index in the folder, which is made where there is none. Raises DamagedStoreError."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        with self._telling():
            self._index = tantivy.Index(_schema(), path=str(folder))

    def write(self, items: Iterable[StoredItem], *, delete: Sequence[str] = ()) -> None:
        """Add items and delete those of the editions in `delete`, all at once or not at all."""
        with self._telling():
            writer = self._index.writer(WRITER_MEMORY, num_threads=1)
            for edition in delete:
                writer.delete_documents_by_term("edition", edition)
            for stored in items:
                writer.delete_documents_by_term("key", stored.key)
                writer.add_document(_document(stored))
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()

    def search(self, words: Sequence[str], *, limit: int, editions: Sequence[str] | None) -> list[tuple[str, float]]:
        """Keys and BM25 scores of the items that hold any of the words, best first; None: of all editions."""
        terms = [(tantivy.Occur.Should, query) for word in words for query in self._queries(word)]
        if not terms:
            return []
        query = self._within(tantivy.Query.boolean_query(terms), editions)
        with self._telling():
            searcher = self._index.searcher()
            hits = searcher.search(query, limit).hits
            return [(searcher.doc(address)["key"][0], score) for score, address in hits]

    def count(self) -> int:
        """How many items the index holds."""
        return int(self._index.searcher().num_docs)

    def frequency(self, word: str, *, editions: Sequence[str] | None) -> int:
        """In how many items the word stands; None: of all editions."""
        # doc_freq would count items too that were deleted but not yet merged away.
        query = self._within(tantivy.Query.term_query(self._index.schema, "text", word), editions)
        with self._telling():
            return int(self._index.searcher().search(query, limit=1, count=True).count)  # type: ignore[attr-defined]

    def _telling(self) -> AbstractContextManager[None]:
        return told_as_damage(self._folder.parent, Part.WORDS, ValueError, OSError)

    def _within(self, query: tantivy.Query, editions: Sequence[str] | None) -> tantivy.Query:
        if editions is None:
            return query
        scope = tantivy.Query.term_set_query(self._index.schema, "edition", list(editions))
        both = [(tantivy.Occur.Must, query), (tantivy.Occur.Must, tantivy.Query.const_score_query(scope, 0.0))]
        return tantivy.Query.boolean_query(both)

    def _queries(self, word: str) -> list[tantivy.Query]:
        schema = self._index.schema
        queries = [
            tantivy.Query.term_query(schema, "text", word),
            tantivy.Query.boost_query(tantivy.Query.term_query(schema, "heading", word), HEADING_BOOST),
        ]
        queries.extend(
            tantivy.Query.boost_query(tantivy.Query.term_query(schema, "pairs", pair), PAIR_BOOST)
            for pair in cut_pairs(word)
        )
        return queries


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("key", "edition"):
        builder.add_text_field(name, stored=name == "key", tokenizer_name="raw")
    for name in ("heading", "text", "pairs"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _document(stored: StoredItem) -> tantivy.Document:
    item = stored.item
    return tantivy.Document(
        key=stored.key,
        edition=stored.edition,
        heading=" ".join(cut_words(item.heading)),
        text=" ".join(cut_words(f"{item.section_title} {item.text}")),
        pairs=" ".join(cut_pairs(item.text)),
    )
