// A process that uploads a file and tells by how many bytes its memory grew meanwhile.
import { ClipForge } from '../src/index.js';

const [baseUrl, path] = process.argv.slice(2) as [string, string];
const client = new ClipForge({ apiKey: 'cf_test_transfers', baseUrl });
// the first upload loads code, the second one is measured
await client.uploads.upload(new Uint8Array(100_000), { filename: 'warm.mp4' });
const idle = process.memoryUsage().rss;
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
await client.uploads.upload(path);
clearInterval(watch);
process.send!(peak - idle);
