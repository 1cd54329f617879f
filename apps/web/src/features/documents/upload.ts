import { Problem } from '../../api/problem';

export interface Upload {
  path: string;
  fields: Record<string, string>;
  file: File;
  onProgress: (share: number) => void;
}

/** Sends a file and tells how far it is; fetch cannot. @throws Problem */
export function sendFile({ path, fields, file, onProgress }: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) body.append(name, value);
    // Fields stand before the file: the server reads in this order.
    body.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('X-Vacatur', '1');
    request.responseType = 'json';
    request.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Problem(0, {}));
    request.onload = () => {
      if (request.status === 201) return resolve();
      return reject(new Problem(request.status, (request.response ?? {}) as Record<string, unknown>));
    };
    request.send(body);
  });
}
