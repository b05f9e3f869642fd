"""XML from files of strangers, parsed without entities, network or bottomless nesting."""

from lxml import etree

from ingest.readers.package import damaged


def parse_xml(content: bytes, *, name: str) -> etree._Element:
    """The root of the XML. Raises UserError where it is damaged or declares entities, which no office file does."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise damaged(name)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
