/** A line of the report of a bench. */
export interface BenchLine {
  case: string;
  engine: string;
  plans: number;
  connections: number;
  medianMs?: number | undefined;
  p99Ms?: number | undefined;
  perSecond?: number | undefined;
  /** The same through pg alone, in the same run; null when there is nothing to hold it against. */
  sqlMedianMs?: number | null;
  /** What it has to reach, in words, and whether it does. */
  target?: { text: string; isMet: boolean };
}

const columns = ['case', 'engine', 'plans', 'conn', 'p50 ms', 'p99 ms', '/s', 'sql p50', 'ratio', 'target'];
const widths = [58, 10, 9, 4, 8, 8, 7, 8, 6, 0];

/** Prints lines under one heading as they come. */
export function createTable(): (line: BenchLine) => void {
  let isOpen = false;
  return (line) => {
    if (!isOpen) console.log(format(columns));
    isOpen = true;
    const sql = line.sqlMedianMs;
    console.log(
      format([
        line.case,
        line.engine,
        String(line.plans),
        String(line.connections),
        line.medianMs?.toFixed(2) ?? '',
        line.p99Ms?.toFixed(2) ?? '',
        line.perSecond?.toFixed(0) ?? '',
        sql?.toFixed(2) ?? '',
        sql == null || line.medianMs === undefined ? '' : (line.medianMs / sql).toFixed(2),
        line.target ? `${line.target.isMet ? 'ok  ' : 'NOT '} ${line.target.text}` : '',
      ]),
    );
  };
}

function format(cells: string[]): string {
  return cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' ');
}
