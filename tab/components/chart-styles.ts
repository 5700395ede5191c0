import { makeStyles, tokens } from '@fluentui/react-components';

/** Rows of a chart: label, lane of the axis and numbers beside each other, on a phone below each other. */
export const useChartStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 1.2fr) 2fr minmax(120px, 0.8fr)',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  label: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { fontVariantNumeric: 'tabular-nums' },
});
