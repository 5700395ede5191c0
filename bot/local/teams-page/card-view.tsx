import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  OpenUrlAction,
  SerializationContext,
  SubmitActionBase,
  Versions,
  type CardElement,
} from 'adaptivecards';
import { useEffect, useRef } from 'react';
import { createCardHostConfig } from './card-host-config';
import { cardHtml } from './markdown';
import { openLink } from './open-link';
import type { PressedAction } from './service-client';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text);
  result.didProcess = true;
};

interface CardViewProps {
  readonly card: object;
  readonly cardMode: '1.2' | '1.5';
  readonly language: string;
  /** A press waits for its answer: nothing can be pressed meanwhile. */
  readonly busy: boolean;
  readonly onPress: (action: PressedAction, inputs: Record<string, unknown>) => void;
}

/** An Adaptive Card drawn by Microsoft's own renderer; required inputs are checked before a press is passed on. */
export function CardView({ card, cardMode, language, busy, onPress }: CardViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  useEffect(() => {
    press.current = onPress;
  });
  const json = JSON.stringify(card);
  useEffect(() => {
    const drawn = new AdaptiveCard();
    const version = cardMode === '1.2' ? Versions.v1_2 : Versions.v1_6;
    drawn.hostConfig = createCardHostConfig(version);
    drawn.onExecuteAction = (action) => {
      execute(action, press.current);
    };
    drawn.onAnchorClicked = (_element: CardElement, anchor: HTMLAnchorElement) => {
      openLink(anchor.href);
      return true;
    };
    drawn.parse(JSON.parse(json), new SerializationContext(version));
    const element = drawn.render();
    place.current?.replaceChildren(...(element ? [element] : []));
  }, [json, cardMode]);
  return <div ref={place} className="card" lang={language} data-testid="card" aria-busy={busy} inert={busy} />;
}

function execute(action: Action, onPress: CardViewProps['onPress']): void {
  if (action instanceof OpenUrlAction) {
    if (action.url) openLink(action.url);
    return;
  }
  if (!(action instanceof SubmitActionBase)) return;
  const written = action.toJSON() as { data?: unknown };
  const sent: unknown = action.data;
  const values = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
  const ids = new Set(
    action.parent
      ?.getRootElement()
      .getAllInputs()
      .map((input) => input.id),
  );
  const inputs = Object.fromEntries(Object.entries(values).filter(([name]) => ids.has(name)));
  onPress(
    {
      type: action.getJsonTypeName(),
      ...(action instanceof ExecuteAction && action.verb ? { verb: action.verb } : {}),
      ...(action.title ? { title: action.title } : {}),
      ...(typeof written.data === 'object' && written.data !== null ? { data: written.data } : {}),
    },
    inputs,
  );
}
