import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import type { PageAddress, PageTheme } from './page-address';
import { pageText, type PageLanguage, type TextKey } from './page-text';

interface DisplayMenuProps {
  readonly language: PageLanguage;
  readonly address: PageAddress;
  readonly cardMode: '1.2' | '1.5';
  readonly onChange: (change: Partial<PageAddress>) => void;
  readonly onCardMode: (mode: '1.2' | '1.5') => void;
}

/** Theme, width and card version. */
export function DisplayMenu({ language, address, cardMode, onChange, onCardMode }: DisplayMenuProps) {
  const text = (key: TextKey): string => pageText(language, key);
  return (
    <Menu
      checkedValues={{ theme: [address.theme], width: [address.width], cards: [cardMode] }}
      onCheckedValueChange={(_event, { name, checkedItems }) => {
        const [value] = checkedItems;
        if (name === 'theme') onChange({ theme: value as PageTheme });
        else if (name === 'width') onChange({ width: value as PageAddress['width'] });
        else onCardMode(value as '1.2' | '1.5');
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<SettingsRegular />} aria-label={text('display')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Choices
            title={text('theme')}
            name="theme"
            choices={[
              ['default', text('light')],
              ['dark', text('dark')],
              ['contrast', text('contrast')],
            ]}
          />
          <MenuDivider />
          <Choices
            title={text('width')}
            name="width"
            choices={[
              ['wide', text('wide')],
              ['phone', text('phone')],
            ]}
          />
          <MenuDivider />
          <Choices
            title={text('cards')}
            name="cards"
            choices={[
              ['1.5', text('cardsNew')],
              ['1.2', text('cardsOld')],
            ]}
          />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly name: string;
  readonly choices: readonly (readonly [string, string])[];
}

function Choices({ title, name, choices }: ChoicesProps) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {choices.map(([value, label]) => (
        <MenuItemRadio key={value} name={name} value={value}>
          {label}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
