/** Calls to the emulator, as any client makes them; without the SDK, which has no part in what is tested here. */

export interface Keys {
  readonly id: string
  readonly secret: string
  readonly token?: string
}

export const REGION = 'eu-central-1'
export const ACCOUNT = '123456789012'

/** Signed in form only: the emulator reads who calls, and does not check the signature. */
export function headersOf(service: string, { id, token }: Keys): Record<string, string> {
  const scope = `${id}/20260101/${REGION}/${service}/aws4_request`
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    'x-amz-date': '20260101T000000Z',
    ...(token ? { 'x-amz-security-token': token } : {}),
  }
}

export interface Api {
  readonly address: string
  readonly keys: Keys
}

async function answer(response: Response): Promise<string> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`)
  return text
}

/** A call of a service that speaks JSON, such as `sqs`, `AmazonSQS.SendMessage`. */
export async function callJson<T>({ address, keys }: Api, service: string, target: string, input: object): Promise<T> {
  const headers = {
    ...headersOf(service, keys),
    'x-amz-target': target,
    'content-type': 'application/x-amz-json-1.0',
  }
  const text = await answer(await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) }))
  return (text ? JSON.parse(text) : {}) as T
}

/** A call of a service that takes forms and answers in XML; gives the XML. */
export async function callForm(
  { address, keys }: Api,
  service: string,
  input: Record<string, string>,
): Promise<string> {
  const headers = { ...headersOf(service, keys), 'content-type': 'application/x-www-form-urlencoded' }
  return answer(await fetch(address, { method: 'POST', headers, body: new URLSearchParams(input) }))
}

/** The text of the first element of a name. */
export const element = (xml: string, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

/** Makes a role with one managed policy, and with an inline policy where one is given; gives its ARN. */
export async function makeRole(api: Api, name: string, policyArn: string, inline?: object): Promise<string> {
  const iam = (input: Record<string, string>) =>
    callForm(api, 'iam', { Version: '2010-05-08', RoleName: name, ...input })
  const xml = await iam({ Action: 'CreateRole', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' })
  await iam({ Action: 'AttachRolePolicy', PolicyArn: policyArn })
  if (inline) await iam({ Action: 'PutRolePolicy', PolicyName: 'inline', PolicyDocument: JSON.stringify(inline) })
  return element(xml, 'Arn')
}

/** The keys of a role, as Lambda gets them for a function. */
export async function assumeRole(api: Api, role: string): Promise<Keys> {
  const xml = await callForm(api, 'sts', {
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'function',
  })
  return {
    id: element(xml, 'AccessKeyId'),
    secret: element(xml, 'SecretAccessKey'),
    token: element(xml, 'SessionToken'),
  }
}
