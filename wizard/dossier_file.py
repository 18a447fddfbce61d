"""The dossier as a file that a person takes home: plain JSON, or locked with a passphrase.

All limits on a file are in hygiene.py. A locked file holds nothing to read without its passphrase, and there is no way
to recover one. Its layout is fixed by its first bytes; no cost is read from the file.
"""

import codecs
import io
import json
import secrets
import zlib
from contextlib import suppress
from datetime import date

import pikepdf
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import BaseModel

from wizard import hygiene, law, procedures
from wizard.dossier import Dossier
from wizard.errors import InvalidDossier, Place
from wizard.texts import marked, told

ATTACHMENT = "klachtwijzer-antwoorden.json"
NO_ANSWERS = marked("in deze PDF zitten geen antwoorden. Open uw eigen kopie, of het bestand met uw antwoorden")
MAGIC = b"KLACHTWIJZER\x01"
SALT, NONCE, TAG = 16, 12, 16
SHORTEST_PASSPHRASE = 12
TWICE = marked("een veld staat er twee keer. Haal een van de twee weg")
NOT_OPENED = marked("het wachtwoord klopt niet, of het bestand is beschadigd. Er is niets veranderd")
TOO_LARGE = marked("het bestand is te groot: hoogstens {number} kB")
PDF_TOO_LARGE = marked("de PDF is te groot: hoogstens {number} MB")


def opened(raw: str | bytes) -> Dossier:
    """The dossier in a plain file. Raises InvalidDossier, which shows nothing of what was in it."""
    if len(raw) > hygiene.FILE_BYTES:
        raise _refused(TOO_LARGE, number=hygiene.FILE_BYTES // 1024)
    text = raw.removeprefix("\ufeff") if isinstance(raw, str) else raw.removeprefix(codecs.BOM_UTF8)
    _refuse_doubles(text)
    return Dossier.read(text)


def _refuse_doubles(text: str | bytes) -> None:
    """Of two answers in one place the first would get lost. What is no JSON at all, its reader says better."""
    with suppress(ValueError, RecursionError):
        json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(held := dict(pairs)) < len(pairs):
        raise _refused(TWICE)
    return held


def opened_any(raw: bytes, passphrase: str = "") -> Dossier:
    """The dossier in a file of any kind that we make. Raises InvalidDossier."""
    if is_locked(raw):
        return unlocked(raw, passphrase)
    return from_pdf(raw) if is_pdf(raw) else opened(raw)


def summary(dossier: Dossier) -> dict[str, str]:
    """What a dossier holds, without a word of what somebody wrote."""
    counted = {name: str(len(value)) for name, value in dossier if isinstance(value, tuple)}
    filled = {
        name: "leeg" if value == type(value)() else "ingevuld"
        for name, value in dossier
        if isinstance(value, BaseModel)
    }
    content = dossier.content_version.isoformat() if dossier.content_version else "onbekend"
    head = {"schema_version": str(dossier.schema_version), "content_version": content, "procedure": dossier.procedure}
    return head | filled | counted


def saved(dossier: Dossier) -> str:
    """The dossier as text for a file, ready for `opened`."""
    answers = dossier.model_dump(mode="json", exclude_defaults=True)
    head = {"schema_version": dossier.schema_version, "procedure": dossier.procedure}
    return json.dumps(head | answers, indent=2, ensure_ascii=False)


def stamped(dossier: Dossier) -> Dossier:
    """The same dossier with the day of the newest fact about the law and the procedure that it was seen with."""
    return dossier.with_answer("content_version", _newest_fact(dossier))


def _newest_fact(dossier: Dossier) -> date:
    days = [record.checked_on for rule in law.records().values() for record in rule]
    known = procedures.procedures().get(dossier.procedure)
    return max([*days, *([known.checked_on] if known else [])])


def news(dossier: Dossier) -> list[str]:
    """What changed in the law or the procedure since the dossier was saved, one sentence each."""
    seen = dossier.content_version
    if seen is None:
        return []
    found = [rule[-1].sentence for rule in law.records().values() if rule[-1].valid_from > seen]
    known = procedures.procedures().get(dossier.procedure)
    if known is None:
        found.append(told("De procedure die u koos, is er niet meer. Wij volgen nu de stappen van de wet."))
    elif known.checked_on > seen:
        again = marked("De procedure van {name} is opnieuw nagekeken. Kijk de stappen nog eens na.")
        found.append(told(again, name=told(known.name)))
    return found


def is_pdf(raw: bytes) -> bool:
    """Whether a file is a PDF, by its first bytes."""
    return raw.startswith(b"%PDF-")


def from_pdf(raw: bytes) -> Dossier:
    """The dossier in one's own copy of a letter. Raises InvalidDossier; nothing of the PDF is repaired or run."""
    if len(raw) > hygiene.PDF_BYTES:
        raise _refused(PDF_TOO_LARGE, number=hygiene.PDF_BYTES // hygiene.MB)
    try:
        with pikepdf.open(io.BytesIO(raw), attempt_recovery=False, suppress_warnings=True) as pdf:
            stream = pdf.attachments[ATTACHMENT].obj.EF.F
            packed, filters = stream.read_raw_bytes(), stream.get("/Filter")
    except (pikepdf.PdfError, KeyError, AttributeError, ValueError, TypeError):
        raise _refused(NO_ANSWERS) from None
    return opened(_unpacked(packed) if filters is not None else packed)


def _unpacked(packed: bytes) -> bytes:
    """At most one byte more than a file may hold, so that a small file cannot fill the memory."""
    try:
        return zlib.decompressobj().decompress(packed, hygiene.FILE_BYTES + 1)
    except zlib.error:
        raise _refused(NO_ANSWERS) from None


def is_locked(raw: bytes) -> bool:
    """Whether a file asks for a passphrase."""
    return raw.startswith(MAGIC)


def locked(dossier: Dossier, passphrase: str) -> bytes:
    """The dossier in a file that only this passphrase opens. Raises ValueError for one under 12 characters."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ValueError(f"neem een wachtwoord van minstens {SHORTEST_PASSPHRASE} tekens")
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    return MAGIC + salt + nonce + _cipher(passphrase, salt).encrypt(nonce, saved(stamped(dossier)).encode(), MAGIC)


def unlocked(raw: bytes, passphrase: str) -> Dossier:
    """The dossier in a locked file. Raises InvalidDossier, in the same words for a wrong passphrase and for damage."""
    body = raw.removeprefix(MAGIC)
    salt, nonce, text = body[:SALT], body[SALT : SALT + NONCE], body[SALT + NONCE :]
    if not is_locked(raw) or not TAG < len(text) <= hygiene.FILE_BYTES + TAG:
        raise _refused(NOT_OPENED)
    try:
        return opened(_cipher(passphrase, salt).decrypt(nonce, text, MAGIC))
    except InvalidTag:
        raise _refused(NOT_OPENED) from None


def _refused(why: str, **values: object) -> InvalidDossier:
    return InvalidDossier([Place("", told(why, **values))])


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    """AES-256-GCM with a key by Argon2id: 64 MiB, three passes."""
    key = Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=64 * 1024).derive(
        passphrase.encode(errors="surrogatepass")
    )
    return AESGCM(key)
