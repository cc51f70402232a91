import type { ErrorCode } from './error-codes';
import { IDENTITY_SENTENCES, type Sentence } from './identity-sentences';

/**
 * For each way of saying no what happened, by what, and what one can do about it: complete, so that none is told as
 * a rule that was broken and no more. Each ends as a sentence does; that nothing was changed is said by who shows it.
 */
export const ERROR_SENTENCES = {
  ...IDENTITY_SENTENCES,
  MALFORMED: {
    nl: 'De server kon dit verzoek niet lezen. Laad de pagina opnieuw en probeer het nog eens.',
    en: 'The server could not read this request. Reload the page and try again.',
  },
  INVALID_INPUT: {
    nl: 'Een getal, datum of verwijzing ligt buiten wat het register kan bewaren. Kijk na wat u invulde.',
    en: 'A number, date or reference is beyond what the register can keep. Check what you filled in.',
  },
  UNAUTHENTICATED: {
    nl: 'U bent niet (meer) aangemeld. Meld u aan en probeer het opnieuw.',
    en: 'You are not signed in (any more). Sign in and try again.',
  },
  SECOND_FACTOR_REQUIRED: {
    nl: 'Voor dit account is ook een code nodig. Vul de code uit uw app in.',
    en: 'This account needs a code as well. Enter the code from your app.',
  },
  REAUTHENTICATION_REQUIRED: {
    nl: 'Hiervoor moet u opnieuw laten zien dat u het bent. U blijft aangemeld.',
    en: 'For this you have to show again that it is you. You stay signed in.',
  },
  FORBIDDEN: {
    nl: 'Uw rol of uw fieldlabs geven hier geen recht toe. Vraag het de beheerder van het programma.',
    en: 'Your role or your fieldlabs do not allow this. Ask the administrator of the programme.',
  },
  SECOND_FACTOR_ENROLMENT_DUE: {
    nl: 'Uw rol vraagt aanmelden in twee stappen. Stel dat eerst in, onder Mijn account.',
    en: 'Your role requires signing in with two steps. Set that up first, under My account.',
  },
  NOT_FOUND: {
    nl: 'Dit is er niet: het is verwijderd, of hoort bij een fieldlab dat u niet ziet.',
    en: 'This is not there: it was deleted, or belongs to a fieldlab that you do not see.',
  },
  LAST_ADMINISTRATOR: {
    nl: 'Dit is de laatste beheerder die zich kan aanmelden. Maak eerst iemand anders beheerder.',
    en: 'This is the last administrator who can sign in. Make somebody else an administrator first.',
  },
  OWN_ACCOUNT: {
    nl: 'U kunt uw eigen account niet verwijderen. Een andere beheerder kan dat wel.',
    en: 'You cannot delete your own account. Another administrator can.',
  },
  SIGNS_IN_ALREADY: {
    nl: 'Deze persoon kan zich al aanmelden en heeft geen uitnodiging nodig.',
    en: 'This person can sign in already and needs no invitation.',
  },
  NO_PASSWORD_HERE: {
    nl: 'U meldt zich elders aan en heeft hier geen wachtwoord. Wijzig het bij uw eigen organisatie.',
    en: 'You sign in elsewhere and have no password here. Change it at your own organisation.',
  },
  DUPLICATE_IDENTITY: {
    nl: 'Dit account van uw organisatie hoort al bij een andere gebruiker. Vraag de beheerder om het daar los te maken.',
    en: 'This account of your organisation belongs to another user already. Ask the administrator to unlink it there.',
  },
  SECOND_FACTOR_NOT_BEGUN: {
    nl: 'Het instellen van de tweede stap is nog niet begonnen. Begin met het tonen van de QR-code.',
    en: 'Setting up the second step has not begun. Begin by showing the QR code.',
  },
  SECOND_FACTOR_SET_UP: {
    nl: 'De tweede stap is al ingesteld. Verwijder die eerst om hem opnieuw in te stellen.',
    en: 'The second step is set up already. Remove it first to set it up anew.',
  },
  REGISTER_KEPT_CHANGING: {
    nl: 'Het register bleef veranderen terwijl het werkboek werd geïmporteerd. Probeer het opnieuw.',
    en: 'The register kept changing while the workbook was imported. Try again.',
  },
  STEP_TO_SAME_LEVEL: {
    nl: 'De deelname heeft dit niveau al. Kies een ander niveau.',
    en: 'The participation is at this level already. Choose another level.',
    known: {
      nl: 'De deelname is al {level}. Kies een ander niveau.',
      en: 'The participation is at the level {level} already. Choose another level.',
    },
  },
  STEP_NOT_AFTER_START: {
    nl: 'Een ander niveau begint na de eerste dag van de deelname. Kies een latere dag, of verbeter het niveau.',
    en: 'Another level begins after the first day of the participation. Choose a later day, or correct the level.',
    known: {
      nl: 'De deelname begint op {startedOn}; een ander niveau kan pas de dag daarna beginnen. Was het niveau vanaf het begin anders? Verbeter dan het niveau.',
      en: 'The participation starts on {startedOn}; another level can begin only the day after. Was the level different from the start? Then correct the level.',
    },
  },
  STEP_NOT_BEFORE_END: {
    nl: 'De deelname is dan al afgelopen. Kies een eerdere dag, of leg een nieuwe deelname vast.',
    en: 'The participation has ended by then. Choose an earlier day, or log a new participation.',
    known: {
      nl: 'De deelname loopt tot en met {lastDay}. Kies een dag die daarvoor ligt, of leg een nieuwe deelname vast.',
      en: 'The participation lasts until {lastDay}. Choose a day before that, or log a new participation.',
    },
  },
  NOT_A_STEP: {
    nl: 'Deze deelname begon niet met een ander niveau; er is geen stap om terug te draaien. Wijzig of verwijder de deelname zelf.',
    en: 'This participation did not begin by changing level; there is no step to take back. Change or delete the participation itself.',
  },
  NOTHING_BEFORE: {
    nl: 'Dit is de eerste versie; er is niets om naar terug te gaan. Verwijder het gegeven als het er niet hoort te zijn.',
    en: 'This is the first version; there is nothing to go back to. Delete the record if it should not be there.',
  },
  PARTICIPATION_OVERLAP: {
    nl: 'Het bedrijf doet in die periode al mee bij dit fieldlab. Wijzig of beëindig eerst die deelname.',
    en: 'The company takes part in this fieldlab in that period already. Change or end that participation first.',
    known: {
      nl: '{companyName} doet sinds {startedOn} al mee bij {centreName}, als {level}. Leg een ander niveau vast, of verbeter die deelname.',
      en: '{companyName} has taken part in {centreName} since {startedOn}, at the level {level}. Log another level, or correct that participation.',
    },
  },
  PARTICIPATION_OUTSIDE_CENTRE: {
    nl: 'De deelname begint op een dag waarop dit fieldlab er niet was. Verbeter de begindatum, of de periode van het fieldlab.',
    en: 'The participation starts on a day on which this fieldlab did not exist. Correct its start, or the period of the fieldlab.',
    known: {
      nl: 'Het fieldlab begint op {centreStartedOn}; de deelname zou op {startedOn} beginnen. Verbeter een van beide datums.',
      en: 'The fieldlab starts on {centreStartedOn}; the participation would start on {startedOn}. Correct one of these dates.',
    },
  },
  CENTRE_PERIOD_LEAVES_PARTICIPATIONS: {
    nl: 'Deelnames zouden buiten de nieuwe periode van het fieldlab beginnen. Verbeter eerst die deelnames.',
    en: 'Participations would start outside the new period of the fieldlab. Correct those participations first.',
    known: {
      nl: 'Dit zou buiten de nieuwe periode van het fieldlab beginnen: {dependants}. Verbeter dat eerst.',
      en: 'This would start outside the new period of the fieldlab: {dependants}. Correct that first.',
    },
  },
  DUPLICATE_CODE: {
    nl: 'Een ander fieldlab of een andere hub heeft deze code al. Kies een andere code.',
    en: 'Another fieldlab or hub has this code already. Choose another code.',
  },
  DUPLICATE_ATTENDANCE: {
    nl: 'Dit bedrijf staat al op de lijst van deze activiteit. Verwijder die regel om het aantal personen te wijzigen.',
    en: 'This company is on the list of this activity already. Remove that line to change the number of people.',
  },
  DUPLICATE_PROGRAMME: {
    nl: 'Er is al een programma. Wijzig dat.',
    en: 'There is a programme already. Change that one.',
  },
  DUPLICATE_TARGET: {
    nl: 'Voor deze indicator is er op die dag, voor hetzelfde bereik, al een doel. Wijzig dat doel.',
    en: 'This indicator has a target for the same scope on that day already. Change that target.',
  },
  DUPLICATE_ROUND: {
    nl: 'Voor dit kwartaal is er al een ronde. Open die, of kies een ander kwartaal.',
    en: 'There is a round for this quarter already. Open that one, or choose another quarter.',
  },
  DUPLICATE_VIEW: {
    nl: 'U hebt voor deze lijst al een weergave met die naam. Kies een andere naam, of werk die weergave bij.',
    en: 'You have a view of that name for this list already. Choose another name, or update that view.',
  },
  TOO_MANY_VIEWS: {
    nl: 'U bewaart al 50 weergaven. Verwijder er eerst een.',
    en: 'You keep 50 views already. Delete one of them first.',
  },
  START_OF_ROLE: {
    nl: 'Mensen met een bepaalde rol beginnen op deze weergave. Laat een beheerder eerst een andere startpagina voor die rol kiezen.',
    en: 'People of a certain role start at this view. Have an administrator choose another start page for that role first.',
  },
  DUPLICATE_EMAIL: {
    nl: 'Een andere gebruiker heeft dit e-mailadres al. Gebruik een ander adres.',
    en: 'Another user has this e-mail address already. Use another address.',
  },
  PERIODS_OVERLAP: {
    nl: 'Het bedrijf heeft voor die periode al een nummer of gegevens. Kies een andere dag, of verbeter wat er staat.',
    en: 'The company has a number or data for that period already. Choose another day, or correct what is there.',
  },
  HUB_IS_NOT_A_HUB: {
    nl: 'De gekozen hub is een fieldlab. Kies een hub.',
    en: 'What was chosen as the hub is a fieldlab. Choose a hub.',
  },
  HUB_OF_A_HUB: {
    nl: 'Een hub hoort niet zelf bij een hub. Laat de hub leeg.',
    en: 'A hub does not belong to a hub itself. Leave the hub empty.',
  },
  CENTRE_HAS_COORDINATORS: {
    nl: 'Er zijn nog coördinatoren van dit fieldlab. Geef hun eerst een ander fieldlab.',
    en: 'This fieldlab still has coordinators. Give them another fieldlab first.',
    known: {
      nl: 'Dit fieldlab heeft nog coördinatoren: {coordinators}. Geef hun eerst een ander fieldlab.',
      en: 'This fieldlab still has coordinators: {coordinators}. Give them another fieldlab first.',
    },
  },
  HAS_DEPENDANTS: {
    nl: 'Andere gegevens verwijzen hiernaar. Verwijder of wijzig die eerst.',
    en: 'Other records point at this. Delete or change those first.',
    known: {
      nl: 'Hiernaar verwijzen nog: {dependants}. Verwijder of wijzig die eerst.',
      en: 'Still pointing at this: {dependants}. Delete or change those first.',
    },
  },
  REFERENCE_DELETED: {
    nl: 'Dit verwijst naar iets dat intussen is verwijderd. Kies iets anders, of haal het verwijderde terug.',
    en: 'This points at something that was deleted meanwhile. Choose something else, or restore what was deleted.',
  },
  EDITION_IS_FROZEN: {
    nl: 'Een gepubliceerde editie verandert nooit. Maak een nieuwe editie.',
    en: 'A published edition never changes. Make a new edition.',
  },
  TYPED_NUMBERS: {
    nl: 'In de tekst staan getallen die geen cijfer van dit rapport zijn. Bevestig dat ze kloppen, of stuur het rapport terug.',
    en: 'The text has numbers that are no figures of this report. Confirm that they are right, or return the report.',
  },
  BUILT_UPON: {
    nl: 'Er is intussen op voortgebouwd, dus dit kan niet meer in één keer worden teruggedraaid. Wijzig wat er nu staat.',
    en: 'Other changes were built on this, so it cannot be taken back at once any more. Change what is there now.',
    known: {
      nl: 'Hierop is intussen voortgebouwd: {dependants}. Wijzig of verwijder die eerst.',
      en: 'Other changes were built on this: {dependants}. Change or delete those first.',
    },
  },
  ILLEGAL_TRANSITION: {
    nl: 'Dat kan niet in de toestand waarin dit nu is. Laad de pagina opnieuw om te zien wat nu kan.',
    en: 'That is not possible in the state that this is in now. Reload the page to see what is.',
  },
  NOT_DELETED: {
    nl: 'Dit is niet (meer) verwijderd; er is niets terug te halen. Laad de pagina opnieuw.',
    en: 'This is not deleted (any more); there is nothing to restore. Reload the page.',
  },
  IDEMPOTENCY_CONFLICT: {
    nl: 'Dit is al eens met een andere inhoud verstuurd, of wordt nog verwerkt. Kijk of het er al staat voor u het opnieuw probeert.',
    en: 'This was sent before with other content, or is still under way. See whether it is there already before you try again.',
  },
  PERIOD_LOCKED: {
    nl: 'Dit kwartaal is vastgesteld. Wijzigen kan alleen met een reden.',
    en: 'This quarter was accepted. It can be changed only with a reason.',
    known: {
      nl: 'Wat {centre} over het {period} opgaf, is vastgesteld. Wijzigen kan alleen met een reden.',
      en: 'What {centre} reported on {period} was accepted. It can be changed only with a reason.',
    },
  },
  PUBLISHING_DISCLOSES: {
    nl: 'Naast wat al openbaar is, zou dit rapport prijsgeven wat een paar bedrijven deden. Kies de datums, het gebied en de uitsplitsingen van een rapport dat al openbaar is.',
    en: 'Beside what is public already, this report would give away what a few companies did. Choose the dates, the scope and the breakdowns of a report that is public already.',
    known: {
      nl: '{indicators}, {breakdowns}, voor {scope} over {period}, kan niet openbaar worden naast {editions}: samen zouden ze prijsgeven wat een paar bedrijven deden. Laat dit weg, of kies de datums, het gebied en de uitsplitsingen van wat al openbaar is.',
      en: '{indicators}, {breakdowns}, for {scope} over {period}, cannot go public beside {editions}: together they would give away what a few companies did. Leave it out, or choose the dates, the scope and the breakdowns of what is public already.',
    },
  },
  DISCLOSURE_NOT_PROVED: {
    nl: 'Er was te veel te vergelijken om te bewijzen dat dit rapport niets van afzonderlijke bedrijven prijsgeeft. Kies minder uitsplitsingen, of de datums van een rapport dat al openbaar is.',
    en: 'There was too much to compare to prove that this report gives nothing of single companies away. Choose fewer breakdowns, or the dates of a report that is public already.',
    known: {
      nl: 'Er was te veel te vergelijken om te bewijzen dat {indicators}, {breakdowns}, voor {scope} over {period} niets van afzonderlijke bedrijven prijsgeeft naast {editions}. Kies minder uitsplitsingen, of de datums van wat al openbaar is.',
      en: 'There was too much to compare to prove that {indicators}, {breakdowns}, for {scope} over {period} gives nothing of single companies away beside {editions}. Choose fewer breakdowns, or the dates of what is public already.',
    },
  },
  STALE_VERSION: {
    nl: 'Iemand anders heeft dit intussen gewijzigd. Laad de pagina opnieuw en kijk wat er nu staat.',
    en: 'Somebody else changed this meanwhile. Reload the page and see what is there now.',
  },
  PAYLOAD_TOO_LARGE: {
    nl: 'Dit is te groot om te verwerken. Verdeel het over meer bestanden of stappen.',
    en: 'This is too large to process. Split it into several files or steps.',
    known: {
      nl: 'Een bestand mag ten hoogste {mostBytes} groot zijn. Kies een kleiner bestand, of voeg een link toe.',
      en: 'A file may be at most {mostBytes}. Choose a smaller one, or add a link.',
    },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    nl: 'Dit soort bestand wordt hier niet gelezen. Bewaar het als .xlsx of .csv.',
    en: 'This kind of file is not read here. Save it as .xlsx or .csv.',
  },
  VERSION_REQUIRED: {
    nl: 'Het is niet te zien welke versie u wijzigt. Laad de pagina opnieuw en probeer het nog eens.',
    en: 'It does not show which version you change. Reload the page and try again.',
  },
  TOO_MANY_REQUESTS: {
    nl: 'Er zijn te veel verzoeken achter elkaar gedaan. Wacht een minuut en probeer het opnieuw.',
    en: 'There were too many requests in a row. Wait a minute and try again.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis aan onze kant. Probeer het opnieuw; blijft het misgaan, meld het dan aan de beheerder.',
    en: 'Something went wrong on our side. Try again; if it keeps failing, tell the administrator.',
  },
  UNAVAILABLE: {
    nl: 'De server of de database is nu niet bereikbaar. Probeer het over een minuut opnieuw.',
    en: 'The server or the database cannot be reached now. Try again in a minute.',
  },
  BUSINESS_REGISTER_NOT_CONNECTED: {
    nl: 'Het handelsregister is hier niet aangesloten. Vul de gegevens zelf in; een beheerder van de server sluit het aan met een sleutel van KvK.',
    en: 'The business register is not connected here. Fill in the details yourself; whoever runs the server connects it with a key from KvK.',
  },
  BUSINESS_REGISTER_REFUSED: {
    nl: 'Het handelsregister weigert de sleutel van deze installatie. Meld het aan wie de server beheert; vul de gegevens zolang zelf in.',
    en: 'The business register refuses the key of this installation. Tell whoever runs the server; fill in the details yourself meanwhile.',
  },
  BUSINESS_REGISTER_UNREACHABLE: {
    nl: 'Het handelsregister geeft nu geen antwoord. Probeer het straks opnieuw, of vul de gegevens zelf in.',
    en: 'The business register does not answer now. Try again later, or fill in the details yourself.',
  },
  SCANNER_UNREACHABLE: {
    nl: 'De virusscanner is nu niet bereikbaar. Er is niets bewaard; probeer het straks opnieuw.',
    en: 'The virus scanner cannot be reached now. Nothing was kept; try again later.',
  },
  FILE_STORE_UNREACHABLE: {
    nl: 'De opslag van bestanden is nu niet bereikbaar. Probeer het straks opnieuw.',
    en: 'The store of files cannot be reached now. Try again later.',
  },
  WORK_TIMED_OUT: {
    nl: 'Het rekenen duurde te lang en is gestopt. Vraag om minder tegelijk, of probeer het later opnieuw.',
    en: 'Computing took too long and was stopped. Ask for less at once, or try again later.',
  },
  WORK_OUT_OF_MEMORY: {
    nl: 'Het rekenen vroeg te veel geheugen en is gestopt. Vraag om minder tegelijk.',
    en: 'Computing needed too much memory and was stopped. Ask for less at once.',
  },
  WORK_CANCELLED: {
    nl: 'Het rekenen is gestopt voordat het klaar was. Probeer het opnieuw.',
    en: 'Computing was stopped before it was done. Try again.',
  },
} as const satisfies Record<ErrorCode, Sentence>;
