import { Avatar, CounterBadge, makeStyles, mergeClasses, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { pageText, type PageLanguage, type TextKey } from './page-text';
import type { PagePerson } from './service-client';

const groups = ['junior', 'senior', 'hr', 'sponsor', 'assistant'] as const satisfies readonly TextKey[];
const shownAtMost = 60;

const useStyles = makeStyles({
  rail: {
    width: '100%',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    height: '100%',
    gap: tokens.spacingVerticalS,
  },
  search: { margin: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`, maxWidth: 'none' },
  list: { overflowY: 'auto', overflowX: 'hidden', minWidth: 0, flexGrow: 1, paddingBottom: tokens.spacingVerticalL },
  group: {
    display: 'block',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
  },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: `calc(100% - 2 * ${tokens.spacingHorizontalS})`,
    margin: `0 ${tokens.spacingHorizontalS}`,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandForeground1}`,
  },
  names: { minWidth: 0, flexGrow: 1, display: 'flex', flexDirection: 'column' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  faint: { color: tokens.colorNeutralForeground3 },
  chosenText: { color: tokens.colorNeutralForeground1Selected },
  nobody: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, color: tokens.colorNeutralForeground3 },
});

interface PeopleRailProps {
  readonly people: readonly PagePerson[];
  readonly language: PageLanguage;
  readonly chosen: string | undefined;
  readonly unread: ReadonlyMap<string, number>;
  readonly onChoose: (directoryId: string) => void;
}

/** Everyone one can be: the personas by group first, then all others, found by name. */
export function PeopleRail({ people, language, chosen, unread, onChoose }: PeopleRailProps) {
  const styles = useStyles();
  const [wanted, setWanted] = useState('');
  const text = (key: TextKey): string => pageText(language, key);
  const found = people.filter((person) =>
    plain(`${person.name} ${person.email} ${person.jobTitle ?? ''}`).includes(plain(wanted)),
  );
  const known = new Set<string>(groups);
  const sections = [
    ...groups.map((group) => ({ title: text(group), people: found.filter((person) => person.personaRole === group) })),
    {
      title: text('everyone'),
      people: found.filter((person) => !known.has(person.personaRole ?? '')).slice(0, shownAtMost),
    },
  ].filter((section) => section.people.length > 0);
  return (
    <div className={styles.rail}>
      <SearchBox
        className={styles.search}
        placeholder={text('search')}
        aria-label={text('search')}
        value={wanted}
        onChange={(_event, data) => {
          setWanted(data.value);
        }}
      />
      <nav className={styles.list} aria-label={text('people')}>
        {sections.map((section) => (
          <section key={section.title} aria-label={section.title}>
            <Text as="h2" size={200} weight="semibold" className={styles.group} style={{ margin: 0 }}>
              {section.title}
            </Text>
            {section.people.map((person) => (
              <button
                key={person.directoryId}
                type="button"
                className={mergeClasses(styles.person, person.directoryId === chosen && styles.chosen)}
                aria-current={person.directoryId === chosen ? 'true' : undefined}
                data-testid={`persona-${person.directoryId}`}
                onClick={() => {
                  onChoose(person.directoryId);
                }}
              >
                <Avatar name={person.name} color="colorful" size={32} aria-hidden />
                <span className={styles.names}>
                  <Text
                    className={mergeClasses(styles.cut, person.directoryId === chosen && styles.chosenText)}
                    weight={unread.has(person.directoryId) ? 'bold' : 'regular'}
                  >
                    {person.name}
                  </Text>
                  <Text
                    size={200}
                    className={mergeClasses(
                      styles.cut,
                      styles.faint,
                      person.directoryId === chosen && styles.chosenText,
                    )}
                  >
                    {person.jobTitle ?? person.email}
                  </Text>
                </span>
                {unread.has(person.directoryId) && (
                  <CounterBadge
                    count={unread.get(person.directoryId) ?? 0}
                    size="small"
                    color="brand"
                    aria-label={`${String(unread.get(person.directoryId))} ${text('unread')}`}
                  />
                )}
              </button>
            ))}
          </section>
        ))}
        {sections.length === 0 && <div className={styles.nobody}>{text('nobody')}</div>}
      </nav>
    </div>
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
