import { useRef, useState } from 'react';
import { refresh } from '../../api/client';
import { Problem } from '../../api/problem';
import { sendFile } from './upload';

/** One file on its way, or what became of it. */
export interface Sending {
  key: number;
  name: string;
  /** 0 to 1; at 1 the server seals and reads it. */
  share: number;
  state: 'waiting' | 'sending' | 'done' | 'refused';
  problem: Problem | null;
}

let lastKey = 0;

/** Files sent one after the other, each with its own fate: one that is refused does not hold up the rest. */
export function useUploads(largest: number) {
  const [files, setFiles] = useState<Sending[]>([]);
  const queue = useRef(Promise.resolve());
  const change = (key: number, patch: Partial<Sending>): void =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const send = async (
    key: number,
    path: string,
    fields: Record<string, string>,
    file: File,
  ): Promise<void> => {
    change(key, { state: 'sending' });
    try {
      if (largest && file.size > largest) {
        const megabytes = Math.floor(largest / 1024 / 1024);
        throw new Problem(413, { code: 'file_too_large', megabytes });
      }
      await sendFile({ path, fields, file, onProgress: (share) => change(key, { share }) });
      change(key, { state: 'done', share: 1 });
      await refresh();
    } catch (error) {
      change(key, { state: 'refused', problem: Problem.from(error) });
    }
  };
  return {
    files,
    busy: files.some((one) => one.state === 'waiting' || one.state === 'sending'),
    forget: () => setFiles((all) => all.filter((one) => one.state === 'waiting' || one.state === 'sending')),
    add: (path: string, fields: Record<string, string>, chosen: File[]): void => {
      for (const file of chosen) {
        const key = ++lastKey;
        const fresh: Sending = { key, name: file.name, share: 0, state: 'waiting', problem: null };
        setFiles((all) => [...all, fresh]);
        queue.current = queue.current.then(() => send(key, path, fields, file));
      }
    },
  };
}
