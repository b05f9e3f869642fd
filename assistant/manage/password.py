"""The password of Manage: hashed for the setting, and checked. The one door to argon2 (RFC 9106)."""

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from ingest.errors import UserError

SHORTEST, LONGEST = 8, 200  # characters
FEWEST_DIFFERENT = 5  # characters of a password that differ from each other
COMMON = ("12345678", "123456789", "1234567890", "87654321", "password", "qwertyuiop", "administrator", "eduplan")
VARIABLE = "EDUPLAN_PASSWORD"
WAY_OUT = "make one with: eduplan password"


def hash_password(password: str) -> str:
    """The hash to set, `$argon2id$v=19$...`. Raises UserError for a password that is soon guessed."""
    if len(password) < SHORTEST:
        raise UserError(f"The password has fewer than {SHORTEST} characters; choose a longer one.")
    if len(password) > LONGEST:
        raise UserError(f"The password has more than {LONGEST} characters; choose a shorter one.")
    if len(set(password)) < FEWEST_DIFFERENT or any(
        password.lower().strip("!.@# 0") == weak.strip("0") for weak in COMMON
    ):
        raise UserError(
            "The password is soon guessed; choose one of several words, or one with more different characters."
        )
    return PasswordHasher().hash(password)


def check_hash(hashed: str) -> str:
    """The setting's value, where it is a hash. Raises UserError, which does not repeat it: it may be a password."""
    try:
        extract_parameters(hashed)
    except (InvalidHashError, ValueError):
        raise UserError(
            f"{VARIABLE} holds no hash of a password (it begins with $argon2id$ and is set in single quotes); {WAY_OUT}"
        ) from None
    return hashed


def is_password(password: str, hashed: str) -> bool:
    """Whether the password is the one that was hashed; takes as long either way."""
    try:
        return PasswordHasher().verify(hashed, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
