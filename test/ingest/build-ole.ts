import XLSX from '@e965/xlsx';

/** A compound file (MS-CFB) of these streams. */
export function buildOle(streams: Record<string, Buffer>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, `/${name}`, content);
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer);
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The stream in which a file lies that was dropped into a document. */
export function packagedFile(name: string, content: string): Buffer {
  const path = Buffer.from(`C:\\temp\\${name}\0`);
  const body = Buffer.concat([
    Buffer.from([2, 0]),
    Buffer.from(`${name}\0`),
    path,
    Buffer.from([0, 0, 3, 0]),
    long(path.length),
    path,
    long(content.length),
    Buffer.from(content),
  ]);
  return Buffer.concat([long(body.length), body]);
}
