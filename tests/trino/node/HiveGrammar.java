import com.linkedin.coral.hive.hive2rel.parsetree.parser.ParseDriver;
import java.nio.charset.StandardCharsets;

/** Reads statements, each ended by a NUL, and prints a line for each: "ok", or what Hive's grammar has against it. */
public class HiveGrammar {
    public static void main(String[] args) throws Exception {
        String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        for (String statement : text.split("\0")) {
            try {
                new ParseDriver().parse(statement);
                System.out.println("ok");
            } catch (Exception e) {
                System.out.println(String.valueOf(e.getMessage()).replace('\n', ' '));
            }
        }
    }
}
