import { Button, Drawer, type ButtonProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A side sheet that traps focus and gives it back; the whole screen on a phone. */
export function Sheet(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={phone ? '100%' : props.wide ? 640 : 480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{
        title: { fontFamily: 'var(--mantine-font-family-headings)', fontSize: '1.125rem', fontWeight: 600 },
        content: { background: 'var(--v-surface)' },
      }}
    >
      {props.opened ? props.children : null}
    </Drawer>
  );
}

/** A button that opens a form in a side sheet. */
export function FormButton(props: {
  label: string;
  title?: string;
  icon?: ReactNode;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  wide?: boolean;
  children: (close: () => void) => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button
        variant={props.variant ?? 'default'}
        size={props.size ?? 'xs'}
        leftSection={props.icon}
        onClick={() => setOpened(true)}
      >
        {props.label}
      </Button>
      <Sheet opened={opened} onClose={close} title={props.title ?? props.label} wide={props.wide}>
        {props.children(close)}
      </Sheet>
    </>
  );
}
