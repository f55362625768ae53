"""What one document may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What one document may cost; beyond it, the document fails."""

    timeout_seconds: float = 60
    """Seconds by the clock, then `timed_out`."""
    memory_mb: int = 2048
    """Megabytes of address space, then `out_of_memory`."""
    size_mb: int = 100
    """Megabytes of the file, beyond it `too_large`."""

    @property
    def memory_bytes(self) -> int:
        """`memory_mb` in bytes."""
        return self.memory_mb * MEGABYTE

    @property
    def size_bytes(self) -> int:
        """`size_mb` in bytes."""
        return self.size_mb * MEGABYTE
