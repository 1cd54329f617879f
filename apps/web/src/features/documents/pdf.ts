/** A PDF that is open for drawing. */
export interface OpenPdf {
  /** Draws a page; the function it gives back stops that. */
  draw: (page: number, canvas: HTMLCanvasElement, failed: () => void) => () => void;
  close: () => void;
}

const WIDTH = 590;
const MOST_PIXELS = 16_000_000;

/**
 * Opens a PDF with pdf.js, in its own thread, with scripts, forms and links left out: only pictures of pages come out.
 * The library is loaded when the first PDF is looked at.
 */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const [pdfjs, { default: worker }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker;
  const beside = `/assets/pdfjs-${pdfjs.version}/`;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${beside}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${beside}standard_fonts/`,
    wasmUrl: `${beside}wasm/`,
    useWorkerFetch: true,
    verbosity: 0,
  });
  const document = await task.promise;
  return {
    close: () => void task.destroy(),
    draw: (number, canvas, failed) => {
      let stop = (): void => undefined;
      let stopped = false;
      const draw = async (): Promise<void> => {
        const page = await document.getPage(number);
        if (stopped) return;
        const plain = page.getViewport({ scale: 1 });
        const sharp = Math.min(window.devicePixelRatio || 1, 2);
        const wanted = (WIDTH * sharp) / plain.width;
        const most = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
        const viewport = page.getViewport({ scale: Math.min(wanted, most) });
        canvas.width = Math.floor(viewport.width);
        canvas.height = Math.floor(viewport.height);
        const drawing = page.render({ canvas, viewport });
        stop = () => drawing.cancel();
        await drawing.promise;
      };
      draw().catch((error: Error) => {
        if (!stopped && error.name !== 'RenderingCancelledException') failed();
      });
      return () => {
        stopped = true;
        stop();
      };
    },
  };
}
