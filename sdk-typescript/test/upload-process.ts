// A process that uploads a file and is killed meanwhile: it tells when two parts have arrived.
import { ClipForge } from '../src/index.js';

const [baseUrl, path, resumeFile] = process.argv.slice(2) as [string, string, string];
const client = new ClipForge({ apiKey: 'cf_test_transfers', baseUrl });
let arrived = 0;
const onProgress = () => {
  if (++arrived === 2) {
    process.send!('two parts');
  }
};
await client.uploads.upload(path, { resumeFile, onProgress, parallelParts: 2 });
