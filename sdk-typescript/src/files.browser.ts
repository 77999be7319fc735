/** Stands for files.node.ts where there are no files on disk. */
function refuse(): never {
  throw new TypeError('files on disk are for Node.js; pass a Blob, bytes or a stream');
}

export const openFile = refuse;
export const readToken = refuse;
export const writeToken = refuse;
export const removeToken = refuse;
export const download = refuse;
export const join = refuse;
