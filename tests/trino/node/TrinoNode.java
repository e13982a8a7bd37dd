import io.trino.plugin.hive.HiveConnectorFactory;
import io.trino.plugin.iceberg.IcebergPlugin;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.Plugin;
import io.trino.spi.connector.ConnectorFactory;
import java.util.List;
import java.util.Map;

/**
 * One Trino node on a free port of this machine. As in Athena, one catalog holds Iceberg tables and Hive tables with
 * partition projection: each of the two connectors sends a query to the other when it meets a table of the other's.
 * Argument: the folder of the metastore and of the Iceberg tables.
 */
public class TrinoNode {
    public static void main(String[] args) throws Exception {
        String folder = "file://" + args[0];
        TestingTrinoServer server = TestingTrinoServer.builder().build();
        server.installPlugin(new Plugin() {
            @Override
            public Iterable<ConnectorFactory> getConnectorFactories() {
                return List.of(new HiveConnectorFactory("hive"));
            }
        });
        server.installPlugin(new IcebergPlugin());
        server.createCatalog("hive", "hive", Map.of(
                "hive.metastore", "file",
                "hive.metastore.catalog.dir", folder,
                "hive.security", "allow-all",
                "hive.iceberg-catalog-name", "iceberg",
                "hive.partition-projection-enabled", "true",
                "hive.ignore-absent-partitions", "true",
                // A metastore of files has no statistics of partitions that nobody registered.
                "hive.table-statistics-enabled", "false"));
        server.createCatalog("iceberg", "iceberg", Map.of(
                "iceberg.catalog.type", "TESTING_FILE_METASTORE",
                "hive.metastore.catalog.dir", folder,
                "iceberg.hive-catalog-name", "hive"));
        System.out.println("READY " + server.getBaseUrl());
        Thread.currentThread().join();
    }
}
