"""Parquet files, a block of rows at a time."""

from collections.abc import Iterator
from typing import IO, Any

from ostiary.model.errors import CustomerFileError

#: Bytes of a column that are read at a time, so that large groups of rows are never held whole.
_BUFFER = 1 << 20


class ParquetReader:
    """The columns and rows of a Parquet file.

    Args:
        stored: The file, open.
        where: Its name, for errors.

    Raises:
        CustomerFileError: It is no Parquet file, or damaged.
    """

    def __init__(self, stored: IO[bytes], where: str) -> None:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - takes 0.2 s, only this kind of file needs it

        self._where = where
        self._faults: tuple[type[Exception], ...] = (ArrowException, OSError)
        try:
            self._file = parquet.ParquetFile(stored, buffer_size=_BUFFER)
            self.headers = tuple(self._file.schema_arrow.names)
        except self._faults as error:
            raise self._damaged(error) from error

    def rows(self, columns: list[str], block: int) -> Iterator[dict[str, Any]]:
        """Yield the rows in order, with these columns.

        Raises:
            CustomerFileError: It is damaged.
        """
        try:
            for batch in self._file.iter_batches(batch_size=block, columns=columns):
                yield from batch.to_pylist()
        except self._faults as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> CustomerFileError:
        return CustomerFileError(
            f"It cannot be read as Parquet: {str(error).splitlines()[0]}",
            where=self._where,
            advice="Write the file again, or give CSV.",
        )
