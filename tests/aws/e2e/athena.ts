/** Athena on DuckDB behind an address of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Store } from '../../../src/lake/store.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { athenaOnDuckdb } from '../../support/athena-on-duckdb.ts'
import { textOf } from './lambda-runtime.ts'

/** Beside Athena's interface, `GET /statements` gives what was sent, and `POST /rows` the rows of a query as JSON. */
export interface AthenaServer {
  readonly address: string
  readonly stop: () => void
}

/** `staged` gives the store of the lake, once there is one. */
export async function athenaServer(staged: () => Store): Promise<AthenaServer> {
  const athena = await athenaOnDuckdb(staged)
  const inspect = async (url: string, body: string) =>
    url === '/statements' ? athena.statements : rowsOf(athena.tables, body)

  const server = createServer(async (request, response) => {
    if (request.url !== '/') {
      const [status, said] = await textOf(request)
        .then(body => inspect(request.url ?? '', body))
        .then(
          found => [200, JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? Number(value) : value))],
          error => [400, String(error)],
        )
      response.writeHead(Number(status)).end(said)
      return
    }
    const operation = String(request.headers['x-amz-target']).replace('AmazonAthena.', '')
    const answer = await athena.respond(operation, JSON.parse(await textOf(request)))
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections()
      server.close()
      void athena.close()
    },
  }
}
