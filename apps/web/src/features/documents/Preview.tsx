import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentVersion } from '../../api/types';
import { Answer, Loading } from '../../ui/states';
import { openPdf, type OpenPdf } from './pdf';
import { bytesOf, useVersionText } from './queries';

interface Props {
  version: DocumentVersion;
  page: number;
  onPage: (page: number) => void;
}

type Drawn = OpenPdf | ImageBitmap;

/** What a document looks like, drawn on this page: the file is held in memory, and nothing in it can act. */
export function Preview({ version, page, onPage }: Props) {
  const { t } = useTranslation();
  const drawable = ['pdf', 'jpeg', 'png'].includes(version.kind);
  const [asText, setAsText] = useState(!drawable);
  const pages = version.pages ?? 1;
  const shown = Math.min(Math.max(1, page), pages);
  return (
    <section aria-label={t('documents.preview')}>
      <Group gap="xs" mb="xs" justify="space-between">
        {pages > 1 ? (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              disabled={shown <= 1}
              onClick={() => onPage(shown - 1)}
              aria-label={t('documents.previousPage')}
            >
              <IconChevronLeft size={14} aria-hidden />
            </Button>
            <Text size="sm" className="v-num" role="status">
              {t('documents.pageOf', { page: shown, pages })}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              disabled={shown >= pages}
              onClick={() => onPage(shown + 1)}
              aria-label={t('documents.nextPage')}
            >
              <IconChevronRight size={14} aria-hidden />
            </Button>
          </Group>
        ) : (
          <span />
        )}
        {drawable && version.textState !== 'no_text' ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setAsText(!asText)}>
            {asText ? t('documents.showPicture') : t('documents.showText')}
          </Button>
        ) : null}
      </Group>
      {asText ? <PageText version={version} page={shown} /> : <Picture version={version} page={shown} />}
    </section>
  );
}

function Picture({ version, page }: { version: DocumentVersion; page: number }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    let open: Drawn | null = null;
    bytesOf(version.id, stop.signal)
      .then(async (blob) =>
        version.kind === 'pdf' ? openPdf(await blob.arrayBuffer()) : createImageBitmap(blob),
      )
      .then((found) => {
        open = found;
        if (stop.signal.aborted) found.close();
        else setDrawn(found);
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true);
      });
    return () => {
      stop.abort();
      open?.close();
    };
  }, [version.id, version.kind]);
  useEffect(() => {
    if (!drawn || !canvas.current) return undefined;
    if ('draw' in drawn) return drawn.draw(page, canvas.current, () => setFailed(true));
    canvas.current.width = drawn.width;
    canvas.current.height = drawn.height;
    canvas.current.getContext('2d')?.drawImage(drawn, 0, 0);
    return undefined;
  }, [drawn, page]);
  if (failed) return <PageText version={version} page={page} failed />;
  return (
    <>
      {drawn ? null : <Loading lines={6} />}
      <canvas
        ref={canvas}
        hidden={!drawn}
        role="img"
        aria-label={t('documents.pictureOf', { page })}
        style={{ maxWidth: '100%', border: '1px solid var(--v-line)', borderRadius: 4, background: '#fff' }}
      />
    </>
  );
}

function PageText({ version, page, failed }: { version: DocumentVersion; page: number; failed?: boolean }) {
  const { t } = useTranslation();
  const text = useVersionText(version.id);
  return (
    <>
      {failed ? (
        <Text size="sm" c="var(--v-urgent)" role="alert" mb="xs">
          {t('documents.noPreview')}
        </Text>
      ) : null}
      <Answer query={text}>
        {(found) => (
          <div
            className="v-notice"
            // A long text scrolls; the keyboard must be able to scroll it too.
            tabIndex={0}
            role="group"
            aria-label={t('documents.textOf', { page })}
            style={{ maxHeight: 420, overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            <Text size="sm">
              {found.items.find((one) => one.page === page)?.text ?? t('documents.noTextHere')}
            </Text>
          </div>
        )}
      </Answer>
    </>
  );
}
