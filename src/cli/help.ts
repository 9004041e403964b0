/** What `clientele --help` prints. */
export const HELP = `clientele: customer reports from an order log

Usage
  clientele report <file> [options]
  clientele check <file> [options]

  <file> is a CSV or NDJSON file with one order per row, gzipped or not. It needs
  three columns: who bought, when, and for how much. They are found by name
  (customer_id, order_date, amount, 客户编号, 下单时间, 金额 ...) or named below.

  It writes report.html (open it in a browser) and customers.csv (one row per
  customer with scores, segment and value tier).

Columns
  --customer <name|number>   column of the customer's id
  --date <name|number>       column of the order's date or time
  --amount <name|number>     column of the order's amount
  --currency <name|code>     column of the currency, or one code for all: USD
  --order <name|number>      column of the order number; rows with the same one
                             are lines of one order
  --refund-of <name|number>  column that names the order a refund takes back

How the file is written
  --date-format <pattern>    such as dd/MM/yyyy; default: 2025-12-31, 20251231,
                             2025/12/31, with or without a time. Also epoch-s, epoch-ms
  --decimal <,>              decimal mark of amounts; default .
  --delimiter <char>         , ; | tab space; default: from the first line
  --encoding <name>          such as gb18030; default utf-8
  --no-header                the first line is data; give columns by number
  --zone <name>              time zone of the orders, such as Asia/Shanghai; default UTC
  --rates <file>             JSON rates when orders are in several currencies:
                             {"base":"EUR","rates":{"USD":"1.08"}}

Report
  --as-of <yyyy-MM-dd>       last day that counts; default: day of the last order
  --unit <day|week|month|year>  time unit in customers.csv; default day
  --locale <en|zh>           language shown first; the page holds both; default en
  --title <text>             heading of the page
  --out <folder>             where to write; default out
  --tolerance <percent>      unusable rows to put up with; default 1

Check
  clientele check lifecycle.json tells what is wrong with a lifecycle or a points
  programme, with line and column, and draws it: a Mermaid file (.mmd), of a
  lifecycle a Graphviz file (.dot) too.

  --earlier <file>           an earlier version that customers are still in; several times
  --machine <file>           another lifecycle of the same customers; several times
  --strict                   warnings count as errors
  --locale <en|zh>           language of messages and diagrams; default en
  --out <folder>             where to write the diagrams; default out

Other
  --help, --version

Exit code: 0 done, 1 the data are at fault (rejects.csv says where), 2 wrong call.

Examples
  clientele report orders.csv
  clientele check lifecycle.json --strict
  clientele check program.json --locale zh
  clientele report orders.csv.gz --customer client --date paid_at --amount total --currency EUR
  clientele report 订单.csv --encoding gb18030 --zone Asia/Shanghai --locale zh
`;
