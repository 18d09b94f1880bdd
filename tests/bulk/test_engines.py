"""Spark and Ray, each a real cluster of two on loopback: what comes out is what the local engine makes, whoever dies on the way."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from pyarrow import parquet as pq
from tests.bulk.conftest import DEADLY, DEADLY_RECORD, HANGING, ONCE, STUCK, STUCK_RECORD, kernel, rows, write_trapped
from tests.tools.bad_warcs import check_bad, write_bad
from tests.tools.crawl import page, write_wires

from dateline.bulk import GROUPS, Kernel, Local, Work, capture_schema, find_copies, record_schema, run
from dateline.bulk.captures import to_batches
from dateline.records import Capture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.bulk import Engine

# What the engines' own code warns of is not ours to mend.
pytestmark = [
    pytest.mark.usefixtures("trap"),
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

# Ray takes 127.0.0.1 for a name of the machine, and would go out to its other address.
LOOPBACK = "127.0.0.2"


@pytest.fixture(scope="module")
def spark(trap: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session on a cluster of two workers, each a process of its own with one core."""
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_WORKER_DIR", str(tmp_path_factory.mktemp("spark-work")))
        session = (
            sql.SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executorEnv.PYTHONPATH", os.environ["PYTHONPATH"])
            .config("spark.executor.memory", "512m")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.local.dir", str(tmp_path_factory.mktemp("spark-local")))
            .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("spark-warehouse")))
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def ray(trap: None) -> Iterator[Any]:
    """A cluster of two nodes with one core each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_DISABLE_IMPORT_WARNING", "1")
        module = pytest.importorskip("ray")
        from ray.cluster_utils import Cluster

        node = {"num_cpus": 1, "object_store_memory": 100 * 1024 * 1024, "node_ip_address": LOOPBACK}
        cluster: Any = Cluster(initialize_head=True, head_node_args={"include_dashboard": False, **node})
        try:
            cluster.add_node(**node)
            module.init(address=cluster.address, log_to_driver=False, _node_ip_address=LOOPBACK)
            yield module
        finally:
            module.shutdown()
            cluster.shutdown()


@pytest.fixture(params=["spark", "ray"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine, on its cluster."""
    request.getfixturevalue(request.param)
    if request.param == "spark":
        from dateline.bulk.spark import Spark

        return Spark()
    from dateline.bulk.ray import Ray

    return Ray()


DIED = "the process that read it died, 2 times (signal 9); it may need more memory than there is"
# What is told of each mark: of the page that has it, or of the file that gives nothing from there on.
OF_PAGES = {DEADLY: DIED, HANGING: "reading it took more than 2 seconds", STUCK: "reading it took more than 2 seconds"}
OF_FILES = {
    DEADLY_RECORD: "2 times (signal 9); what follows there was not read",
    STUCK_RECORD: "it gave nothing for more than 3 seconds",
}


def test_output_is_that_of_the_local_engine(engine: Engine, crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """The rows are those that the local engine writes; what is wrong with a file, and what kills or hangs a worker, is told.

    A worker that is killed once changes nothing.
    """
    bad = write_bad(tmp_path)
    once, _ = write_trapped(tmp_path / "once.warc.gz", ONCE + f"<!-- {tmp_path} -->".encode(), first=950)
    wrong = {}
    files = [once]
    for number, (mark, reason) in enumerate((OF_PAGES | OF_FILES).items()):
        file, origin = write_trapped(tmp_path / f"marked-{number}.warc.gz", mark, first=1_000 + 20 * number)
        wrong[origin if mark in OF_PAGES else file] = reason
        files.append(file)
    report = run(Work(out=str(tmp_path / "out"), kernel=kernel()), [*files, *bad, *crawl], engine=engine)
    found = rows(tmp_path / "out")
    assert report.captures == len(found)
    check_bad(found, bad)
    marked = [row for row in found if row["origin"].split("#")[0] in files]
    failed = {row["origin"]: row["reason"] for row in marked if row["outcome"] == "failed"}
    assert failed.keys() == wrong.keys()
    assert all(reason in failed[origin] for origin, reason in wrong.items())
    read = Counter(row["origin"].split("#")[0] for row in marked if row["outcome"] == "read")
    assert read[once] == 12
    assert [read[file] for file in files[1:4]] == [11] * 3
    assert len(report.read_apart) in (4, 5)  # the hanging page is interrupted where pages are read in the main thread
    assert [row for row in found if row["origin"].split("#")[0] in crawl] == rows(local_output)


def test_copies_are_those_of_the_local_engine(engine: Engine, tmp_path: Path) -> None:
    """The stages of finding copies give the same groups on each engine."""
    out = str(tmp_path / "out")
    run(Work(out=out), write_wires(tmp_path, 20), engine=Local(1))
    assert find_copies(out, engine=Local(1)) > 1
    found = pq.read_table(f"{out}/{GROUPS}")
    (tmp_path / "out" / GROUPS).unlink()
    find_copies(out, engine=engine)
    assert pq.read_table(f"{out}/{GROUPS}") == found


def given() -> list[Capture]:
    """Captures for a user's own job."""
    made = (page(number) for number in range(30))
    return [Capture(content=body, url=url, media_type="text/html", origin=str(at)) for at, (url, body) in enumerate(made)]


def expected() -> list[dict[str, Any]]:
    """What the kernel makes of them."""
    import pyarrow as pa

    table = pa.Table.from_batches(Kernel().records(to_batches(given())), record_schema())
    return sorted(table.to_pylist(), key=lambda row: str(row["origin"]))


def test_kernel_in_a_spark_job(spark: Any, local_output: Path) -> None:
    """A data frame of captures becomes one of records by `mapInArrow`, and Spark SQL reads an output as it lies."""
    from dateline.bulk.spark import read_captures

    frame = spark.createDataFrame(
        [(one.content, one.url, one.media_type, one.origin) for one in given()],
        "content binary, url string, media_type string, origin string",
    )
    found = [row.asDict(recursive=True) for row in read_captures(frame.repartition(2)).collect()]
    found = [{**row, "tdm_policy": row["tdm_policy"]} for row in sorted(found, key=lambda row: row["origin"])]
    assert found == expected()
    spark.read.parquet(str(local_output)).createOrReplaceTempView("pages")
    counted = {row.outcome: row.n for row in spark.sql("SELECT outcome, count(*) AS n FROM pages GROUP BY outcome").collect()}
    assert sum(counted.values()) == len(rows(local_output))


def test_kernel_in_a_ray_pipeline(ray: Any) -> None:
    """A dataset of captures becomes one of records by `map_batches`."""
    import pyarrow as pa

    from dateline.bulk.ray import read_captures

    table = pa.Table.from_batches(to_batches(given()), capture_schema())
    made = read_captures(ray.data.from_arrow(table)).to_arrow_refs()
    found = [row for piece in ray.get(made) for row in piece.to_pylist()]
    assert sorted(found, key=lambda row: row["origin"]) == expected()
