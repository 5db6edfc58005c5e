/** The rows of the numbers `at`, one behind the other. */
export function rowsAt(flat: Float64Array, at: readonly number[], width: number): Float64Array {
  const rows = new Float64Array(at.length * width);
  for (const [row, from] of at.entries())
    rows.set(flat.subarray(from * width, from * width + width), row * width);
  return rows;
}

/** The reverse of `rowsAt`, in a table of `size` rows. */
export function spread(rows: Float64Array, at: readonly number[], size: number, width: number): Float64Array {
  const flat = new Float64Array(size * width);
  for (const [row, to] of at.entries()) flat.set(rows.subarray(row * width, row * width + width), to * width);
  return flat;
}

/** A table with a list for each row. */
export function rowsOf(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, at) => [
    ...flat.subarray(at * width, at * width + width),
  ]);
}
