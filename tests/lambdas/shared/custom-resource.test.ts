import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { expect, test, vi } from 'vitest'
import { answer } from '../../../lambdas/shared/custom-resource.ts'

/** As in the CloudFormation User Guide, "Custom resource request objects". */
const event = {
  RequestType: 'Create',
  RequestId: 'unique id for this create request',
  ResponseURL: 'https://pre-signed.example/create',
  ResourceType: 'Custom::TableMigrations',
  LogicalResourceId: 'Migrations',
  StackId: 'arn:aws:cloudformation:us-east-2:namespace:stack/stack-name/guid',
  ServiceToken: 'arn:aws:lambda:us-east-2:123456789012:function:migrate',
  ResourceProperties: { ServiceToken: 'arn:aws:lambda:us-east-2:123456789012:function:migrate' },
} satisfies CloudFormationCustomResourceEvent

const known = {
  PhysicalResourceId: 'tables',
  StackId: event.StackId,
  RequestId: event.RequestId,
  LogicalResourceId: 'Migrations',
}

async function answered(work: () => Promise<void>, ok = true) {
  const sent: { url: string; body: unknown }[] = []
  await answer(event, work, async (url, body) => {
    sent.push({ url, body: JSON.parse(body) })
    return { ok, status: ok ? 200 : 403 }
  })
  return sent
}

test('work that is done is told to the address that CloudFormation gave', async () => {
  expect(await answered(async () => {})).toEqual([{ url: event.ResponseURL, body: { Status: 'SUCCESS', ...known } }])
})

test('work that failed is told with the reason, cut to what CloudFormation takes', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const sent = await answered(() => Promise.reject(new Error(`no permission ${'x'.repeat(5000)}`)))
  expect(sent).toMatchObject([
    { body: { Status: 'FAILED', Reason: expect.stringMatching(/^no permission x+$/), ...known } },
  ])
  expect(JSON.stringify(sent[0]?.body).length).toBeLessThan(4096)
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})

test('an answer that is refused is an error', async () => {
  await expect(answered(async () => {}, false)).rejects.toThrow('status 403')
})
