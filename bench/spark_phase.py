"""Screen a customers' file on a Spark of two workers on this machine: ``python bench/spark_phase.py HOME FILE``.

``bench/customers.py`` starts this twice, with few rows and with all, and takes the difference: so the start of the
session and of its workers is not counted.
"""

import json
import os
import sys
from pathlib import Path

import ostiary
from ostiary.spark import screen_frame

WORKERS = 2


def main() -> None:
    """Count the answers of each outcome."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    home, customers = map(Path, sys.argv[1:])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{WORKERS}]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        frame = spark.read.option("header", True).csv(str(customers)).repartition(WORKERS)
        answers = screen_frame(frame, ostiary.open(home).index.path)
        print(json.dumps({row["outcome"]: row["count"] for row in answers.groupBy("outcome").count().collect()}))
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
