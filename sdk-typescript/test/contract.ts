import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Where the contract lies, seen from build/test. */
export const CONTRACT = new URL('../../../openapi/dist/clipforge.yaml', import.meta.url);

/** What the contract says of one operation of the SDK. */
export interface Described {
  call: string;
  id: string;
  method: string;
  path: string;
  ids: string[];
  query: Parameter[];
  headers: string[];
  hasBody: boolean;
  paginated: boolean;
  idempotent: boolean;
  /** Examples of its body; none when it has no body. */
  bodies: unknown[];
  /** The success: its status, media type and example. */
  answer: { status: number; type?: string; example?: unknown };
}

export interface Parameter {
  name: string;
  in: string;
  example?: unknown;
}

interface Content {
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

interface Node {
  operationId: string;
  'x-clipforge-call'?: string;
  'x-clipforge-paginated'?: boolean;
  'x-clipforge-idempotent'?: boolean | string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { content?: Record<string, Content> }>;
}

/** The types of events that are sent to webhooks. */
export function webhookTypes(): string[] {
  const { webhooks } = parse(readFileSync(CONTRACT, 'utf8')) as { webhooks: object };
  return Object.keys(webhooks);
}

/** Every operation that has a place in the SDKs. */
export function operations(): Described[] {
  const contract = parse(readFileSync(CONTRACT, 'utf8')) as { paths: Record<string, Record<string, Node>> };
  return Object.entries(contract.paths).flatMap(([path, node]) => {
    const shared = (node['parameters'] ?? []) as unknown as Parameter[];
    return Object.entries(node)
      .filter(([, operation]) => operation['x-clipforge-call'] !== undefined)
      .map(([method, operation]) => describe(contract, path, method, shared, operation));
  });
}

function describe(contract: object, path: string, method: string, shared: Parameter[], operation: Node): Described {
  const parameters = [...shared, ...(operation.parameters ?? [])].map((each) => resolve<Parameter>(contract, each));
  const named = (place: string) => parameters.filter((each) => each.in === place);
  const body = operation.requestBody?.content['application/json'];
  const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith('2'))!;
  const [type, content] = Object.entries(resolve<Node['responses'][string]>(contract, success).content ?? {})[0] ?? [];
  return {
    call: operation['x-clipforge-call']!,
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    ids: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
    query: named('query'),
    headers: named('header').map(({ name }) => name),
    hasBody: body !== undefined,
    paginated: operation['x-clipforge-paginated'] ?? false,
    idempotent: operation['x-clipforge-idempotent'] !== undefined,
    bodies: body === undefined ? [] : examples(body),
    answer: { status: Number(status), ...(type === undefined ? {} : { type, example: examples(content!)[0] }) },
  };
}

function examples({ example, examples }: Content): unknown[] {
  return example === undefined ? Object.values(examples ?? {}).map(({ value }) => value) : [example];
}

function resolve<T>(contract: object, value: object): T {
  if (!('$ref' in value)) {
    return value as T;
  }
  const path = String(value.$ref).split('/').slice(1);
  return path.reduce((node: unknown, key) => (node as Record<string, unknown>)[key], contract) as T;
}
