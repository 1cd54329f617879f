import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSunHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../../i18n/i18n';

/** Light or dark. */
export function SchemeToggle() {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const next = scheme === 'dark' ? 'light' : 'dark';
  const Icon = next === 'dark' ? IconMoon : IconSunHigh;
  return (
    <ActionIcon
      size="lg"
      aria-label={t(`shell.${next}`)}
      title={t(`shell.${next}`)}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

/** English or Spanish; the button names the other one in its own words. */
export function LanguageToggle() {
  const { t, i18n } = useTranslation();
  const next = i18n.language.startsWith('es') ? 'en' : 'es';
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={next}
      leftSection={<IconLanguage size={16} stroke={1.6} aria-hidden />}
      onClick={() => void chooseLanguage(next)}
    >
      {t('shell.otherLanguage')}
    </Button>
  );
}
