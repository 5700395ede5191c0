import { HostConfig, type Version } from 'adaptivecards';

const colour = (fluent: string): { default: string; subtle: string } => ({
  default: `var(--${fluent})`,
  subtle: `var(--${fluent})`,
});

const foreground = {
  default: { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground3)' },
  dark: colour('colorNeutralForeground1'),
  light: colour('colorNeutralForegroundOnBrand'),
  accent: colour('colorBrandForeground1'),
  attention: colour('colorPaletteRedForeground1'),
  good: colour('colorPaletteGreenForeground1'),
  warning: colour('colorPaletteMarigoldForeground1'),
};

const style = (background: string): object => ({
  backgroundColor: `var(--${background})`,
  foregroundColors: foreground,
});

/** How Teams draws a card, in Fluent's tokens: a change of theme needs no new drawing. What asks for a later `version` shows its fallback. */
export function createCardHostConfig(version: Version): HostConfig {
  const config = new HostConfig({
    fontFamily: 'inherit',
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
    containerStyles: {
      default: style('colorNeutralBackground1'),
      emphasis: style('colorNeutralBackground3'),
      accent: style('colorBrandBackground2'),
      good: style('colorPaletteGreenBackground1'),
      attention: style('colorPaletteRedBackground1'),
      warning: style('colorPaletteYellowBackground1'),
    },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    textBlock: { headingLevel: 2 },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
    adaptiveCard: { allowCustomStyle: false },
  });
  config.hostCapabilities.addCapability('adaptiveCards', version);
  return config;
}
