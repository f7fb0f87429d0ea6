"""Reading a request body, bounded in length and in time: whole before anything acts on it, or an upload in parts."""

import asyncio

from starlette.datastructures import Headers
from starlette.types import Message, Receive

from api.refusals import BodyTooLarge, BodyTooSlow


async def read_ahead(headers: Headers, receive: Receive, most: int, seconds: float) -> Receive:
    """Read the body and give a `receive` that hands it out again; refuses what is too long or too slow.

    A length announced in the head is refused before a byte of it is read.
    """
    announced = headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced[:20]) > most:
        raise BodyTooLarge()
    try:
        async with asyncio.timeout(seconds):
            return _again(await _read(receive, most), receive)
    except TimeoutError:
        raise BodyTooSlow() from None


def bounded(headers: Headers, receive: Receive, most: int, seconds: float) -> Receive:
    """Give a `receive` that hands a long body on part by part, and refuses it once it is too long or too slow."""
    announced = headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced[:20]) > most:
        raise BodyTooLarge()
    until, received = asyncio.get_running_loop().time() + seconds, 0

    async def hand_on() -> Message:
        nonlocal received
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise BodyTooSlow() from None
        received += len(message.get("body", b""))
        if received > most:
            raise BodyTooLarge()
        return message

    return hand_on


async def _read(receive: Receive, most: int) -> Message:
    """Collect the parts; the message says whether the client left before it was done."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return message
        body += message.get("body", b"")
        if len(body) > most:
            raise BodyTooLarge()
        more = message.get("more_body", False)
    return {"type": "http.request", "body": bytes(body), "more_body": False}


def _again(whole: Message, receive: Receive) -> Receive:
    waiting = [whole]

    async def hand_out() -> Message:
        return waiting.pop() if waiting else await receive()

    return hand_out
