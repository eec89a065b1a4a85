import { Presets, SingleBar } from 'cli-progress';

/** One step of the start: `done` of `total`, for the dataset or part that `label` names (Dutch). */
export interface Step {
  label: string;
  done: number;
  total: number;
}

export interface Terminal {
  step(step: Step): void;
  line(text: string): void;
  end(): void;
}

/** A progress bar on a terminal; in a log one plain line for each new subject, the words before a colon. */
export function openTerminal(stream: NodeJS.WriteStream = process.stdout): Terminal {
  return stream.isTTY ? openBar(stream) : openLog(stream);
}

function openBar(stream: NodeJS.WriteStream): Terminal {
  const bar = new SingleBar(
    { format: '{bar} {percentage}%  {label}', clearOnComplete: true, hideCursor: true, stream, barsize: 28 },
    Presets.shades_classic,
  );
  let started = false;
  const stop = (): void => {
    if (started) bar.stop();
    started = false;
  };
  return {
    step({ label, done, total }) {
      if (!started) bar.start(Math.max(total, 1), done, { label });
      started = true;
      bar.setTotal(Math.max(total, 1));
      bar.update(done, { label });
    },
    line(text) {
      stop();
      stream.write(`${text}\n`);
    },
    end: stop,
  };
}

function openLog(stream: NodeJS.WriteStream): Terminal {
  let last = '';
  // Who reads along may stop reading (`npm run data | head`): the work goes on unseen.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    step({ label }) {
      const subject = label.split(':')[0]!;
      if (subject !== last) stream.write(`${subject} …\n`);
      last = subject;
    },
    line: (text) => void stream.write(`${text}\n`),
    end: () => undefined,
  };
}
