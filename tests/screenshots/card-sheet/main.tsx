import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { CardView } from '../../../bot/local/teams-page/card-view';
import '../../../bot/local/teams-page/page.css';

interface Sheet {
  readonly language: string;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly width: number;
  readonly cards: readonly { readonly name: string; readonly card: object }[];
}

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

declare global {
  interface Window {
    showSheet: (sheet: Sheet) => void;
  }
}

const place = document.getElementById('root');
const root = place === null ? undefined : createRoot(place);

/** Cards side by side in columns of the width given, as the local Teams page draws them. */
window.showSheet = ({ language, theme, width, cards }) => {
  root?.render(
    <FluentProvider theme={themes[theme]} style={{ padding: 16 }}>
      <div style={{ columns: `${String(width)}px`, columnGap: 16 }}>
        {cards.map(({ name, card }) => (
          <figure key={name} style={{ width, margin: '0 0 16px', breakInside: 'avoid' }}>
            <figcaption style={{ fontSize: 11, opacity: 0.7 }}>{name}</figcaption>
            <div style={{ border: '1px solid var(--colorNeutralStroke2)', borderRadius: 8, padding: 12 }}>
              <CardView card={card} cardMode="1.5" language={language} busy={false} onPress={() => undefined} />
            </div>
          </figure>
        ))}
      </div>
    </FluentProvider>,
  );
};
