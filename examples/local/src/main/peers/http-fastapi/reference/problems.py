"""Refusals as RFC 9457 documents."""

from fastapi import Request
from fastapi.responses import JSONResponse


class Problem(Exception):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail


async def answer(_: Request, problem: Problem) -> JSONResponse:
    return JSONResponse(
        {
            "type": f"https://api.clipforge.io/problems/{problem.code}",
            "title": problem.code.replace("_", " ").capitalize(),
            "status": problem.status,
            "detail": problem.detail,
            "code": problem.code,
        },
        status_code=problem.status,
        media_type="application/problem+json",
    )
