import { use, useId, type ReactNode, type Ref } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { SectionLevel } from './section-level';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  readonly title: string;
  /** Told of the title's element, where something has to lead the reader there. */
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A titled part of a page; for a chart the title is what it shows, said as a sentence. */
export function Section({ title, titleRef, children }: Props): ReactNode {
  const styles = useStyles();
  const id = useId();
  const Heading = `h${use(SectionLevel)}` as const;
  return (
    <section className={styles.box} aria-labelledby={id}>
      <Heading id={id} ref={titleRef} {...(titleRef !== undefined && { tabIndex: -1 })} className={styles.title}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
