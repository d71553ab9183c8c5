"""Screen a Parquet data set of customers on a Spark cluster.

::

    spark-submit examples/spark_job.py INDEX CUSTOMERS ANSWERS

INDEX is the index file, ``index/newest.ostiary`` in the home folder; CUSTOMERS and ANSWERS are folders that every
executor reaches. Ostiary must be installed on the executors: ``pip install "ostiary[spark]"``.
"""

import sys

from pyspark.sql import SparkSession

from ostiary.spark import screen_frame


def main(index: str, customers: str, answers: str) -> None:
    """Screen, write the answers, and print how many customers had which outcome."""
    spark = SparkSession.builder.appName("ostiary").getOrCreate()
    frame = spark.read.parquet(customers)
    screen_frame(frame, index).write.mode("errorifexists").parquet(answers)
    written = spark.read.parquet(answers)
    written.select("query_id", "outcome").distinct().groupBy("outcome").count().show()


if __name__ == "__main__":
    main(*sys.argv[1:])
