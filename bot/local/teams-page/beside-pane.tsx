import { Dropdown, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { PageTheme, PaneView } from './page-address';
import { pageLanguageOf, pageText } from './page-text';
import { PersonPane } from './person-pane';
import type { PageConfig, PagePerson } from './service-client';

interface BesidePaneProps {
  readonly config: PageConfig;
  readonly person: PagePerson;
  readonly theme: PageTheme;
  readonly phone: boolean;
  readonly onChoose: (directoryId: string) => void;
}

/** The second side, with who it shows chosen in its own head. */
export function BesidePane({ config, person, theme, phone, onChoose }: BesidePaneProps) {
  const [view, setView] = useState<PaneView>('chat');
  const [channel, setChannel] = useState<string>();
  const label = pageText(pageLanguageOf(person.language), 'besideWho');
  return (
    <PersonPane
      config={config}
      person={person}
      theme={theme}
      phone={phone}
      label="2"
      view={view}
      channel={channel}
      subPage={undefined}
      onView={setView}
      onChannel={setChannel}
      onClose={() => {
        onChoose('');
      }}
      chooser={
        <Dropdown
          appearance="underline"
          style={{ minWidth: 0, width: '100%' }}
          aria-label={label}
          value={person.name}
          selectedOptions={[person.directoryId]}
          onOptionSelect={(_event, data) => {
            if (data.optionValue) onChoose(data.optionValue);
          }}
        >
          {config.people.map((each) => (
            <Option key={each.directoryId} value={each.directoryId}>
              {each.name}
            </Option>
          ))}
        </Dropdown>
      }
    />
  );
}
