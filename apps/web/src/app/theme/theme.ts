import {
  ActionIcon,
  Badge,
  Button,
  createTheme,
  Drawer,
  Menu,
  Modal,
  Paper,
  Table,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef6f4',
  '#dcebe8',
  '#b9d8d3',
  '#93c5bc',
  '#72b4a9',
  '#4b988c',
  '#2f7d73',
  '#1b625a',
  '#154f49',
  '#0e3a36',
];
const stone: MantineColorsTuple = [
  '#faf9f6',
  '#f3f1ec',
  '#e8e5de',
  '#d9d5cc',
  '#c3beb4',
  '#9a958b',
  '#676259',
  '#514d46',
  '#3b3833',
  '#262420',
];
const night: MantineColorsTuple = [
  '#e8e6e0',
  '#d0cec8',
  '#abaaa6',
  '#83868a',
  '#3a4147',
  '#2d3338',
  '#21262a',
  '#15191c',
  '#101315',
  '#0a0c0e',
];

const sans =
  "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const serif =
  "'Iowan Old Style', 'Charter', 'Source Serif 4', 'Palatino Linotype', Palatino, Georgia, 'Liberation Serif', serif";

export const theme = createTheme({
  colors: { pine, gray: stone, dark: night },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: '#1d2023',
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace",
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8438rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { radius: 'sm', variant: 'light' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md', shadow: 'none' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 7, horizontalSpacing: 12 } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.35 } } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withinPortal: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
  },
});

/** Paper and ink. Urgency has colours of its own (ui/ui.css), so the accent can never be read as alarm. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d2023',
    '--mantine-color-dimmed': '#5f5b53',
    '--mantine-color-placeholder': '#726d64',
    '--mantine-color-error': '#a3201d',
    '--mantine-color-anchor': '#1b625a',
    '--mantine-color-default-border': '#d3cec4',
  },
  dark: {
    '--mantine-color-body': '#1b2023',
    '--mantine-color-text': '#e8e6e0',
    '--mantine-color-dimmed': '#abaaa6',
    '--mantine-color-placeholder': '#93959a',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#86c7bc',
    '--mantine-color-default-border': '#3d454b',
  },
});
