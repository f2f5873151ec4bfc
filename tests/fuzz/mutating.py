"""Sound bytes, damaged."""

import random

PIECES = (
    b"<",
    b">",
    b"&",
    b"\x00",
    b"\xff",
    b"]]>",
    b"--",
    b"\n",
    b"  ",
    b'"',
    b": ",
    b"{{",
    b"\xef\xbf\xbd",
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data with some bytes changed, cut out, doubled or moved."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(out) + 1)
        length = chance.choice((1, 2, 8, 100, 2000))
        piece = out[at : at + length]
        match chance.randrange(5):
            case 0:
                out[at : at + length] = bytes(chance.randrange(256) for _ in piece)
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = piece * chance.choice((1, 50))
            case 3:
                place = chance.randrange(len(out) + 1)
                out[place:place] = piece
            case _:
                out[at : at + 1] = chance.choice(PIECES)
    return bytes(out)
