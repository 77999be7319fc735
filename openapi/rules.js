// What our contract asks of every operation beyond redocly's own rules.

import { readFileSync } from 'node:fs';

const registry = readFileSync(new URL('problems.yaml', import.meta.url), 'utf8');
const knownProblems = new Set([...registry.matchAll(/^ {2}- code: (\w+)$/gm)].map(([, code]) => code));

const isInlineModel = (schema) => schema?.properties || schema?.oneOf || schema?.allOf || schema?.enum;

/** Operations under `paths` and their needs; webhooks are calls that we make, so they differ. */
function operationIsComplete() {
  let inWebhooks = false;
  return {
    WebhooksMap: { enter: () => (inWebhooks = true), leave: () => (inWebhooks = false) },
    Operation(operation, { report, location }) {
      const needs = (fact, message) => fact || report({ message, location: location.key() });
      needs(operation.description, 'has no description');
      needs(operation.tags?.length === 1, 'must have exactly one tag: it names the generated interface');
      needs(/^[a-z][a-zA-Z0-9]*$/.test(operation.operationId ?? ''), 'operationId must be camelCase');
      if (inWebhooks) return;
      const signsIn = operation.tags?.includes('OAuth');
      needs(signsIn || /^[a-z_]+\.[a-z_]+$/.test(operation['x-clipforge-call'] ?? ''), 'must name its SDK method in x-clipforge-call');
      const scope = operation['x-clipforge-scope'] ?? '';
      const open = scope === 'anyone';
      needs(open || /^[a-z_]+:(read|write)$/.test(scope), 'must name its scope in x-clipforge-scope');
      needs(open === (operation.security?.length === 0), 'security: [] and the scope "anyone" go together');
      needs(operation.responses?.default, 'must answer everything else with a problem (default)');
      needs(open || (operation.responses?.['401'] && operation.responses?.['403']), 'must describe 401 and 403');
    },
  };
}

/** Headers, examples and bodies of every answer. */
function responseIsComplete() {
  let inWebhooks = false;
  return {
    WebhooksMap: { enter: () => (inWebhooks = true), leave: () => (inWebhooks = false) },
    Response(response, { report, location, key }) {
      if (inWebhooks) return;
      const needs = (fact, message) => fact || report({ message, location: location.key() });
      const header = (name) => response.headers?.[name];
      needs(header('Request-Id'), 'must carry Request-Id');
      if (key === '201' || key === '202') needs(header('Location'), 'must carry Location');
      if (key === '202') needs(header('Retry-After'), 'must carry Retry-After');
      if (key !== 'default' && /^[23]/.test(key)) return;
      // RFC 6749 has bodies of its own for what it refuses
      if (response['x-oauth-errors']?.length && response.content?.['application/json']) return;
      needs(response.content?.['application/problem+json'], 'must be application/problem+json');
      for (const code of response['x-clipforge-problems'] ?? []) {
        needs(knownProblems.has(code), `names the problem ${code}, which problems.yaml does not know`);
      }
      needs(response['x-clipforge-problems']?.length, 'must name its problems in x-clipforge-problems');
    },
  };
}

/** Every body has an example, and a schema with a name: generators make up names for the others. */
function bodyHasExampleAndName() {
  return {
    MediaType(body, { report, location }) {
      const needs = (fact, message) => fact || report({ message, location: location.key() });
      needs(body.example !== undefined || Object.keys(body.examples ?? {}).length, 'has no example');
      needs(body.schema?.$ref, 'must refer to a named schema');
    },
    Schema(schema, { report, location }) {
      for (const part of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]) {
        if (isInlineModel(part)) report({ message: 'give the schema inside a name of its own', location });
      }
      if (schema.discriminator) {
        const mapped = Object.keys(schema.discriminator.mapping ?? {}).length;
        if (mapped !== schema.oneOf?.length) report({ message: 'map every member of the oneOf', location });
      }
      if (schema.type === 'string' && schema.format && (schema.maxLength || schema.minLength || schema.pattern)) {
        report({ message: 'a format becomes a type of its own, which no length or pattern can be checked on', location });
      }
      if (schema.anyOf || Array.isArray(schema.type) || schema.const !== undefined) {
        report({ message: 'anyOf, type lists and const break generators', location });
      }
    },
  };
}

/** What strangers send has an end: every string, list and map of a request, but what a discriminator names. */
function requestsAreBounded() {
  let inWebhooks = false;
  function* unbounded(node, resolve, from, name, seen) {
    const target = node.$ref ? resolve(node, from) : { node, location: { source: { absoluteRef: from } } };
    const schema = target.node;
    if (!schema || seen.has(schema)) return;
    seen.add(schema);
    const known = schema.maxLength || schema.enum || schema.format || schema.pattern || name === 'type';
    if (schema.type === 'string' && !known) yield `a string (${name})`;
    if (schema.type === 'array' && !schema.maxItems) yield `an array (${name})`;
    if (schema.additionalProperties && !schema.maxProperties) yield `a map (${name})`;
    const parts = Object.entries(schema.properties ?? {});
    for (const part of [schema.items, schema.additionalProperties, ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) {
      if (part && typeof part === 'object') parts.push([`${name} item`, part]);
    }
    for (const [key, part] of parts) yield* unbounded(part, resolve, target.location.source.absoluteRef, key, seen);
  }
  const check = (schema, name, { report, location, resolve }) => {
    for (const what of unbounded(schema, resolve, location.source.absoluteRef, name, new Set())) {
      report({ message: `${what} of a request needs a bound`, location });
    }
  };
  return {
    WebhooksMap: { enter: () => (inWebhooks = true), leave: () => (inWebhooks = false) },
    RequestBody(body, context) {
      if (inWebhooks) return;
      for (const { schema } of Object.values(body.content ?? {})) if (schema) check(schema, 'body', context);
    },
    // an id in a path is looked up or not found, and a request line has an end of its own
    Parameter(parameter, context) {
      if (!inWebhooks && parameter.in !== 'path' && parameter.schema) check(parameter.schema, parameter.name, context);
    },
  };
}

/** What goes says so: since when, and until when, two years at least. */
function farewellIsInTime() {
  return {
    Operation(operation, { report, location }) {
      if (!operation.deprecated) return;
      const [since, sunset] = ['x-clipforge-deprecated', 'x-clipforge-sunset'].map((it) => Date.parse(operation[it]));
      const inTime = sunset - since >= 730 * 24 * 3600 * 1000;
      if (!inTime) report({ message: 'deprecated needs x-clipforge-deprecated and x-clipforge-sunset, 24 months apart', location: location.key() });
    },
  };
}

/** What the vendor extensions promise must be there. */
function extensionsAreTrue() {
  const names = (operation, path) =>
    [...(operation.parameters ?? []), ...(path.parameters ?? [])].map((it) => it.$ref?.split('/').pop() ?? it.name);
  return {
    PathItem: {
      Operation(operation, { report, location, parent }) {
        const parameters = names(operation, parent);
        const agrees = (said, done, message) => !!said === !!done || report({ message, location: location.key() });
        agrees(operation['x-clipforge-paginated'], parameters.includes('Cursor'), 'x-clipforge-paginated and the cursor go together');
        agrees(operation['x-clipforge-expansions'], parameters.includes('expand'), 'x-clipforge-expansions and expand go together');
        agrees(operation['x-clipforge-idempotent'], parameters.some((it) => it.endsWith('IdempotencyKey')), 'x-clipforge-idempotent and Idempotency-Key go together');
        agrees(
          operation['x-clipforge-idempotent'],
          ['201', '202'].some((it) => operation.responses?.[it]?.headers?.['Idempotent-Replayed']),
          'x-clipforge-idempotent and Idempotent-Replayed go together',
        );
      },
    },
  };
}

export default function clipforge() {
  return {
    id: 'clipforge',
    rules: {
      oas3: {
        'operation-is-complete': operationIsComplete,
        'response-is-complete': responseIsComplete,
        'body-has-example-and-name': bodyHasExampleAndName,
        'extensions-are-true': extensionsAreTrue,
        'requests-are-bounded': requestsAreBounded,
        'farewell-is-in-time': farewellIsInTime,
      },
    },
  };
}
