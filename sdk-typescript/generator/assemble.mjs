// Makes src/generated of what OpenAPI Generator wrote: its templates know operations one by one, a resource is all those
// whose names begin alike.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const COLUMNS = 118;
const here = new URL('.', import.meta.url);
const raw = (name) => readFileSync(new URL(`../build/generator/${name}`, here), 'utf8');
const contract = readFileSync(new URL('../../openapi/dist/clipforge.yaml', here));
const header =
  '// Made by ./clipforge gen from openapi/dist/clipforge.yaml; do not edit.\n' +
  `// SHA-256 of the contract: ${createHash('sha256').update(contract).digest('hex')}\n`;

const models = formatted(raw('models.ts')).replace(/^( {2})'([A-Za-z_]\w*)'/gm, '$1$2')
  .replaceAll('= | ', '= ')
  .replaceAll(': any;', ': unknown;');
write('models.ts', models);
write('resources.ts', resources(raw('resources.ts'), names(models)));

function resources(text, models) {
  const byName = new Map();
  for (const block of text.split(/^\/\/# /m).slice(1)) {
    const [, resource, method, media] = /^(\w+)\.(\w+)(.*)\n/.exec(block);
    // streams are read by hand
    if (media.includes('text/event-stream')) continue;
    const body = block.slice(block.indexOf('\n') + 1).replace('METHOD', camel(method));
    byName.set(resource, [...(byName.get(resource) ?? []), operation(body)]);
  }
  const classes = [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(
    ([resource, methods]) => `export class ${pascal(resource)}Resource extends Resource {\n${methods.join('\n')}}\n`,
  );
  const code = classes.join('\n');
  const bare = code.replace(/\/\*\*[^]*?\*\//g, '');
  const used = models.filter((model) => new RegExp(`\\b${model}\\b`).test(bare));
  return (
    `import type { Answer } from '../answer.js';\nimport type { CallOptions, HeaderOptions } from '../options.js';\n` +
    `import type { Pages } from '../pages.js';\nimport { Resource } from '../resource.js';\n` +
    `import type {\n${used.map((model) => `  ${model},\n`).join('')}} from './models.js';\n\n` +
    code
  );
}

function operation(text) {
  return formatted(text.replace(/\n+(?= {2}METHOD)/, '\n'))
    .replace(/ {6}accept: 'application\/problem\+json',\n/, '')
    .replace(/ {6}accept: 'application\/json',\n/, '')
    .replaceAll(', ],', '],')
    .trimEnd()
    .concat('\n');
}

// Comments are filled to the width of a line; tables and lists stay as they are.
function formatted(text) {
  return text
    .replace(/^( *)\/\*\*([^]*?)\*\/$/gm, (_, indent, comment) => doc(indent, comment))
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '');
}

function doc(indent, comment) {
  if (comment.includes('*/')) throw new Error(`a comment ends early: ${comment}`);
  const lines = comment
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .split('\n')
    .flatMap((line) => (line.startsWith('|') ? [line] : filled(line, COLUMNS - indent.length - 3)));
  if (lines.length === 1 && lines[0].length + indent.length + 7 <= COLUMNS) return `${indent}/** ${lines[0]} */`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */`;
}

function filled(line, width) {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] !== '' && lines[last].length + 1 + word.length > width) lines.push(word);
    else lines[last] += (lines[last] === '' ? '' : ' ') + word;
  }
  return lines;
}

function names(models) {
  return [...models.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name);
}

function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

function pascal(name) {
  return name[0].toUpperCase() + camel(name.slice(1));
}

function write(name, text) {
  const folder = new URL('../src/generated/', here);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), `${header}${text.trim()}\n`);
}
