import { Problem } from './problem';
import { fetchWithProof } from './proof';

/**
 * Fetches a file of the API, asking for a fresh proof when the server wants one, and hands it to the browser to save
 * under a neutral name. Nothing of it stays in the page.
 * @throws Problem
 */
export async function download(
  path: string,
  fileName: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<void> {
  const request = new Request(`/api/v1${path}`, { method, headers: { 'X-Vacatur': '1' } });
  const response = await fetchWithProof(request);
  if (!response.ok) throw await Problem.of(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser needs the address until it has begun to write the file.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
