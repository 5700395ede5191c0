/*
 * The floor of a participant's page: React, the Teams SDK as the tab uses it (initialise, context, token, theme), and the parts of Fluent
 * that the page shows, once each. Nothing of Passerelle. A test holds that it has the same parts as the page, no more and no fewer.
 */
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { app, authentication } from '@microsoft/teams-js';
import {
  Button,
  Checkbox,
  Field,
  FluentProvider,
  Input,
  Label,
  Link,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Select,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  Textarea,
  tokens,
  useId,
} from '@fluentui/react-components';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const useStyles = makeStyles({ page: { color: tokens.colorNeutralForeground1 } });
const icons = [
  CalendarRegular,
  CheckmarkFilled,
  HourglassRegular,
  MoreHorizontalRegular,
  PauseRegular,
  QuestionRegular,
  SubtractRegular,
];

function Page() {
  const id = useId();
  const { page } = useStyles();
  return h(
    'main',
    { id, className: mergeClasses(page) },
    icons.map((icon, key) => h(icon, { key })),
    h(MessageBar, null, h(MessageBarBody, null, h(MessageBarTitle, null, 'Hello')), h(MessageBarActions)),
    h(Field, { label: 'Words' }, h(Input)),
    h(RadioGroup, null, h(Radio, { label: 'One' })),
    [Button, Checkbox, Label, Link, Select, Spinner, Textarea].map((part, key) => h(part, { key })),
  );
}

await app.initialize();
const { app: teams } = await app.getContext();
app.registerOnThemeChangeHandler(() => undefined);
await authentication.getAuthToken();
createRoot(document.getElementById('root')).render(
  h(FluentProvider, { theme: themes[teams.theme] ?? teamsLightTheme }, h(Page)),
);
app.notifySuccess();
