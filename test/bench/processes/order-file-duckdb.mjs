import { DuckDBInstance } from "@duckdb/node-api";
import { finish } from "../measure.mjs";

const [path] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
// The same result: one row per customer with the three scores, by cuts at the quintiles, fetched into columns.
const result = await connection.runAndReadAll(`
  WITH summary AS (
    SELECT customer_id, max(date) AS last, count(*) AS frequency, sum(amount::DECIMAL(18, 2)) AS monetary
    FROM read_csv('${path}', columns = {customer_id: 'VARCHAR', date: 'DATE', amount: 'DECIMAL(18, 2)'}, header = true)
    GROUP BY customer_id
  )
  SELECT customer_id,
    ntile(5) OVER (ORDER BY last) AS r,
    ntile(5) OVER (ORDER BY frequency) AS f,
    ntile(5) OVER (ORDER BY monetary) AS m
  FROM summary`);
const columns = result.getColumns();
finish({
  customers: columns[0].length,
  top: columns[3].filter((score) => Number(score) === 5).length,
});
