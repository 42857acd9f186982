//! French: a no-break space before the colon and inside guillemets.

use chrono::Datelike;

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "fr",
    common: Phrases::of(&[
        "le", "la", "les", "des", "et", "est", "une", "un", "dans", "pour", "que", "qui", "sur", "avec",
        "nous", "au", "du", "pas", "c'est", "c'était", "très", "ce", "sont", "à",
    ]),
    by: Phrases::of(&[
        "présenté par", "présentée par", "animé par", "animée par", "donnée par", "donné par", "proposée par",
        "par", "de",
        "animés par", "assurée par", "assuré par", "donnés par",
    ]),
    and: Phrases::of(&["et", "avec"]),
    of: Phrases::of(&["de", "de chez", "chez", "du"]),
    about: Phrases::of(&[
        "sur", "à propos de", "parler de", "portait sur", "traitait de",
    ]),
    with: Phrases::of(&["avec"]),
    introduces: Phrases::of(&[
        "orateur était", "oratrice était", "intervenant était", "ouvert par", "ouverte par", "a commencé avec", "au tour de", "laisse la place à", "laissé la place à", "suivi de", "suivi par", "suivie de", "animé par", "animée par",
        "nous avons écouté", "avons écouté", "écouté", "en écoutant", "on a écouté", "orateur", "oratrice", "intervenant", "intervenante",
        "conférencier", "conférencière", "speaker", "dans son talk", "dans son intervention", "dans sa conférence", "dans sa présentation",
        "dans son exposé", "la parole à", "sur scène", "conclu par", "clôturée par", "clôturé par", "assurée par", "assuré par",
        "donnée par",
        "place à", "débute avec", "débuté avec", "commence avec", "démarre avec", "pu voir", "termine avec", "ouverture par",
        "présentation d'", "conférence d'", "talk d'",
        "allé voir", "allée voir", "allé écouter", "allée écouter", "est venu", "est venue", "venait ensuite",
    ]),
    meets: Phrases::of(&[
        "merci à", "remercier", "remercie", "remercions", "rencontré", "rencontrer", "ai rencontré", "photo de", "photos de", "photo",
        "modéré par", "modérée par", "modérés par", "organisé par", "sponsorisé par", "livre de", "anniversaire de", "félicitations à",
        "bravo à", "discuté avec", "croisé",
        "parlé avec", "échangé avec", "l'a dit un jour", "disait",
    ]),
    deeds: Phrases::of(&[
        "a posé une question", "pose une question", "a demandé si", "a sponsorisé", "sponsorise", "a organisé", "organise",
        "qui a organisé", "a modéré", "a gagné", "va", "vont", "a offert le", "fêtait", "a aidé", "qui a animé la soirée", "ouvrira",
        "donnera", "présentera", "parlera", "animera", "viendra", "a pris les photos",
        "a écrit", "auteur de", "autrice de",
        "a pris la photo", "distribuait",
    ]),
    roles: Phrases::of(&[
        "ingénieur", "ingénieure", "développeur", "développeuse", "fondateur", "fondatrice", "directeur",
        "directrice", "professeur", "architecte", "consultant", "consultante", "responsable",
        "collègue", "collègues", "participant", "participante", "ingénieurs", "développeurs", "chercheur", "chercheuse", "fondateurs",
        "étudiant", "étudiante", "co-fondateur", "cofondateur", "cofondatrice", "pdg", "évangéliste",
        "stagiaire", "alternant", "alternante",
    ]),
    within: Phrases::of(&["où", "dans laquelle", "dans lequel"]),
    titled: Phrases::of(&["intitulé", "intitulée", "appelé", "appelée", "nommée"]),
    months: [
        &["janvier"], &["février"], &["mars"], &["avril"], &["mai"], &["juin"],
        &["juillet"], &["août"], &["septembre"], &["octobre"], &["novembre"], &["décembre"],
    ],
    verbs: Phrases::of(&[
        "présentent", "ont", "expliquent", "montrent", "parlent", "racontent", "présenté", "animent",
        "proposent", "partagent", "présente", "présentait", "explique", "expliquait", "montre", "partage",
        "parle", "raconte", "introduit", "propose", "démontre", "anime", "ouvre", "revient", "nous", "aborde",
        "détaille", "donne", "expose", "a",
        "expliqué", "montré", "parlé", "raconté", "partagé", "abordé", "détaillé", "exposé", "ouvert", "clos", "clôturé", "conclu",
        "enchaîné", "revenu", "revenue", "présentés", "proposé", "démontré", "donné", "commencé", "poursuivi", "monté", "montée", "guidés",
        "guidé", "emmenés", "demandé", "livré", "dressé", "évoqué", "décrit", "comparé", "rappelé", "défendu", "plaidé", "invité",
        "parlant", "racontant", "présentant", "expliquant", "enchaîne", "conclut", "poursuit", "rappelle", "compare", "évoque", "clôture",
        "plaide", "dresse", "parler", "raconter", "expliquer", "présenter", "illustre", "illustré", "dévoile", "dévoilé", "résume",
        "résumé", "analysé", "analyse",
        "terminé", "terminent", "débuté", "enchaînent", "ouvrent",
    ]),
    me: Phrases::of(&[
        "j'ai", "je", "j'étais",
    ]),
    refusals: Phrases::of(&["n'ai pas", "n’ai pas", "n ai pas", "pas", "jamais", "aucun", "aucune", "refusé", "refusée", "annulé", "annulée"]),
    spoke: Phrases::of(&[
        "parlé", "présenté", "présentais", "animé", "d'animer", "de présenter", "de parler", "nous avons présenté", "parlé de",
        "parlé du", "parlé des",
        "ma contribution", "orateur", "oratrice", "conférencier", "conférencière",
    ]),
    gave: Phrases::of(&["donné", "fait", "tenu", "donnais", "de donner", "d'animer", "livré"]),
    mine: Phrases::of(&["mon", "ma", "mon propre", "ma propre"]),
    company: Phrases::of(&[
        "chauffeur", "voisin", "voisine", "voisins", "collègue", "collègues", "ami", "amie", "amis", "amies",
        "inconnu", "inconnus", "sponsors", "organisateurs", "organisatrices", "bénévoles", "quelqu'un", "tous ceux",
        "toutes celles", "chacun", "femme", "mari", "patron", "lui", "elle", "intervenants", "orateurs",
    ]),
    praise: Phrases::of(&[
        "ma préférée", "mon préféré", "j'ai préféré", "j'ai préférée", "ma conférence préférée", "mon talk préféré",
        "coup de cœur", "meilleure conférence", "meilleur talk", "meilleure session", "meilleure keynote",
        "meilleure présentation", "meilleur moment", "j'ai adoré", "j'ai beaucoup aimé", "temps fort", "m'a marqué",
        "m'a bluffé", "m'a impressionné", "le plus aimé", "le plus plu", "m'a le plus plu",
    ]),
    talks: Phrases::of(&[
        "conférence", "conférences", "talk", "talks", "keynote", "présentation", "atelier", "session",
        "table ronde", "quickie", "exposé", "intervention",
        "ateliers", "sessions", "présentations", "keynotes", "interventions", "exposés", "tables rondes", "débat", "démo", "plénière",
        "l'intervention", "l'atelier", "l'exposé",
        "lightning talk", "lightning talks",
    ]),
    sessions: Phrases::of(&[
        "conférences", "les conférences", "talks", "les talks", "présentations", "les présentations",
        "ateliers", "sessions", "programme", "keynotes", "orateurs", "intervenants", "les interventions",
    ]),
    others: Phrases::of(&[
        "conclusion", "conclusions", "outro", "en conclusion", "résumé", "introduction", "sponsors", "remerciements",
        "merci", "organisation", "organisateurs", "équipe", "l'équipe", "lieu", "le lieu", "repas", "liens",
        "ressources", "références", "questions", "photos", "bilan", "pour conclure", "pour finir", "communauté",
        "ambiance", "l'ambiance", "goodies", "le mot de la fin", "en bref", "à propos", "et ensuite",
        "prochain rendez vous", "prochains événements", "mot de la fin", "mots de la fin", "pour terminer",
        "en résumé", "mon avis",
        "ressenti", "mon ressenti", "retour d'expérience", "avant propos", "préambule", "contexte",
        "l'événement", "l'organisation", "les organisateurs", "les sponsors", "nos sponsors", "partenaires",
        "les partenaires", "bénévoles", "les bénévoles", "participants", "les participants", "le public", "les gens",
        "la soirée", "soirée", "le repas", "restauration", "le voyage", "voyage", "arrivée", "l'arrivée",
        "hébergement", "les stands", "stands", "aller plus loin", "pour aller plus loin",
        "en savoir plus", "voir aussi", "à voir aussi", "en vrac", "divers", "autres", "et le reste", "le reste",
        "chiffres", "quelques chiffres", "en chiffres", "statistiques", "gagnants", "résultats", "concours",
        "tombola", "les plus", "les moins", "points positifs", "points négatifs", "la suite", "et après",
        "prochaine édition", "la prochaine édition", "prochain meetup", "rendez vous", "à bientôt", "contact",
        "à propos de l'auteur", "l'auteur", "annonces", "sommaire", "table des matières", "bonus",
    ]),
    rosters: Phrases::of(&[
        "participants", "participantes", "étaient présents", "présents", "organisateurs", "organisatrices",
        "équipe d'organisation", "gagnants", "gagnant", "lauréats", "projets", "équipes", "bénévoles", "jury",
    ]),
    prizes: Phrases::of(&[
        "premier prix", "deuxième prix", "troisième prix", "première place", "deuxième place", "troisième place",
        "prix revient à", "gagnant est", "gagnants sont", "équipe gagnante", "projet gagnant",
    ]),
    breaks: Phrases::of(&[
        "déjeuner", "pause", "pause café", "accueil", "café", "petit déjeuner", "dîner", "ouverture", "clôture",
        "apéro", "cocktail", "inscription", "mot d'accueil", "buffet", "apéritif", "collation", "repas",
        "repas du midi", "inscriptions", "enregistrement", "ouverture des portes", "introduction", "mot de bienvenue",
        "bienvenue", "fermeture", "mot de la fin", "soirée", "fin", "tirage au sort", "photo de groupe", "questions",
        "échanges",
    ]),
    recap: Phrases::of(&[
        "retour sur", "retour sur le", "retour sur la", "retour sur les", "retour de", "retour du",
        "retours sur", "retour d'expérience", "compte rendu", "compte rendu de", "compte rendu du",
        "compte rendu de la", "résumé", "résumé de", "résumé du", "bilan", "bilan de", "bilan du", "notes de",
        "notes", "mon expérience à", "impressions", "récap", "récapitulatif", "j'ai participé à", "au", "à",
        "le", "la", "les", "l'", "ma", "mon", "notre", "de", "du", "j'étais à", "j'étais au", "rétro", "rétrospective", "on y était", "ce qu'on a vu", "ce que j'ai retenu", "ce qu'il faut retenir", "nos notes", "notes prises", "cr", "une journée à", "deux jours à", "de retour de", "retour en images", "mon premier", "ma première",
    ]),
    attended: Phrases::of(&[
        "j'ai assisté", "nous avons assisté", "j'ai participé", "j'étais", "nous étions", "avait lieu",
        "a eu lieu", "s'est tenu", "s'est tenue", "s'est déroulé", "s'est déroulée", "dernier avait",
        "semaine dernière", "le mois dernier", "hier", "j'ai pu assister", "cette année", "s'est déroulait",
        "retour sur", "j'ai passé", "nous avons passé", "se sont tenues", "se sont tenus", "nous avons organisé", "j'y étais", "je reviens", "nous revenons", "de retour", "samedi dernier", "nous faisait l'honneur", "nous recevoir", "avons eu", "était organisé", "nous a accueillis", "nous ont accueillis", "j'ai eu la chance",
    ]),
    coming: Phrases::of(&[
        "aura lieu", "se tiendra", "se déroulera", "inscrivez vous", "rendez vous", "venez", "vous pourrez",
        "pourrez la retrouver", "pourrez le retrouver", "à venir", "animera", "présentera", "ne manquez pas",
        "vous donnons rendez vous", "vous invitons", "nous vous attendons", "tu vas présenter",
        "prochainement", "bientôt", "sera présent", "appel à orateurs", "appel à conférences", "appel à communications", "appel à propositions",
        "le programme est en ligne", "le programme complet est", "orateurs confirmés", "conférenciers confirmés", "ouverture des portes", "réservez votre",
    ]),
    elsewhere: Phrases::of(&[
        "notes de version", "version", "lettre d'information", "hebdomadaire", "rapport mensuel", "livres",
        "lectures", "interview", "entretien", "tutoriel", "guide", "feuille de route", "nouveautés",
        "comment",
    ]),
    places: Phrases::of(&["a eu lieu à", "chez", "s'est tenu à", "s'est tenue à", "se tenait à", "à", "au", "en"]),
    cities_in: &[],
    moves: Phrases::of(&["à", "de", "vers", "depuis"]),
    place_articles: Phrases::of(&["la", "le", "les"]),
    place_joins: Phrases::of(&["de", "du", "des", "la", "le", "sur"]),
    place_labels: Phrases::of(&["lieu", "où"]),
    venues: Phrases::of(&[
        "université", "hôtel", "centre", "musée", "théâtre", "bibliothèque", "campus", "locaux", "école", "palais",
    ]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["anglais", "français", "general"]),
    online: Phrases::of(&[
        "événement en ligne", "conférence en ligne", "édition en ligne", "entièrement en ligne", "eu lieu en ligne",
        "édition virtuelle",
    ]),
    says_online: Phrases::of(&["en ligne", "virtuelle"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "l'année prochaine", "l'an prochain", "prochaine édition", "il y a", "l'année dernière", "l'an dernier",
        "habite à", "basé à", "basée à",
    ]),
    title_places: Phrases::of(&["à", "au", "en", "du", "de la", "al", "chez"]),
    until: Phrases::of(&["au", "à", "et"]),
    of_days: Phrases::of(&["de", "le", "du"]),
    ordinal_ends: Phrases::of(&["er"]),
    filing: Phrases::of(&[
        "conférence", "conférences", "général", "divers", "opinion", "compte rendu", "événement", "événements",
        "évènement", "actualité", "actualités", "actu", "brèves", "printemps", "été", "automne", "hiver", "voyage",
        "voyages", "lecture", "lectures", "écriture", "programmation", "développement", "technologie", "technologies",
        "outils", "rencontre", "rencontres", "communauté", "travail", "projets", "projet", "retour", "retours",
        "billet", "billets", "humeur", "vie", "bilan", "annonces", "annonce",
        "français", "francais", "anglais", "réflexions",
    ]),
    abbreviations: Phrases::of(&["m", "mm", "mme", "mlle", "mgr", "fig", "chap", "art", "env"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["vidéo", "lien"]),
    joints: Phrases::of(&[
        "et", "ou", "le", "les", "des", "du", "une", "à", "au", "aux", "dans", "avec", "par", "pour", "sur", "qui",
        "ce", "cette", "son", "sa", "ses", "est",
    ]),
    journeys: Phrases::of(&["vol", "avion", "aéroport", "train"]),
    written_on: Phrases::of(&["publié", "mis à jour"]),
    one_of_days: Phrases::of(&["premier jour", "dernier jour", "deuxième jour"]),
    yesterday: Phrases::of(&["hier", "hier soir"]),
    today: Phrases::of(&["aujourd'hui", "ce soir"]),
    last: Phrases::of(&["dernier", "dernière", "ce"]),
    weekdays: [&["lundi"], &["mardi"], &["mercredi"], &["jeudi"], &["vendredi"], &["samedi"], &["dimanche"]],
    hashtags: Phrases::of(&["hashtag", "twitter"]),
    channels: Phrases::of(&["canal", "salon"]),
    parts: Phrases::of(&["jour", "jours", "partie"]),
    ordinals: Phrases::of(&["un", "deux", "trois"]),
    rounding: Phrases::of(&[
        "plus de", "près de", "environ", "presque", "quelque", "autour de", "au moins", "jusqu à", "moins de",
    ]),
    name_joins: Phrases::of(&["de", "du", "des", "pour", "of", "the", "for"]),
    dangling: Phrases::of(&[
        "celle là", "celui là", "celle ci", "celui ci", "ce", "cet", "cette", "ces", "cela", "ça", "c'est", "c'était", "ils", "elles", "mais", "et", "donc",
        "aussi", "cependant", "toutefois", "néanmoins", "pourtant", "ensuite", "puis", "enfin", "ainsi",
        "de plus", "par exemple", "là", "ici", "leur", "leurs", "autre", "alors", "ou", "on", "car",
        "en effet", "du coup", "d'ailleurs", "après", "bonjour", "salut", "coucou",
    ]),
    telling: Phrases::of(&["il", "elle", "le talk", "la conférence", "l'orateur", "sa présentation", "son talk"]),
    own_view: Phrases::of(&["je", "j'ai", "j'étais", "nous", "mon", "ma", "si", "malheureusement", "comment"]),
    ranking: Phrases::of(&[
        "première", "premier", "premiers", "deuxième", "seconde", "troisième", "quatrième", "cinquième",
        "édition", "plus grand", "plus grande", "annuelle", "annuel", "record", "1ère", "1er", "2ème", "3ème",
        "complet",
    ]),
    verdict: Phrases::of(&[
        "succès", "super", "excellent", "excellente", "génial", "magnifique", "apprécié", "réussi", "réussie",
        "meilleur", "meilleure", "intéressant", "intéressante", "vaut", "plaisir", "agréable", "passionnant",
        "passionnante", "riche", "impressionnant", "incroyable", "bravo", "globalement", "formidable", "belle",
        "beau", "adoré", "surpris", "très bien",
        "géniale", "géniaux", "excellents", "excellentes", "magnifiques", "apprécier", "appréciée", "réussite", "franc succès", "vrai succès", "meilleurs", "meilleures", "intéressants", "intéressantes", "vaut le coup", "vaut le détour", "ravi", "ravie", "ravis", "content", "contente", "contents", "heureux", "heureuse", "fier", "fière", "fiers", "agréables", "conviviale", "convivial", "chaleureuse", "enrichissant", "enrichissante", "enrichissants", "inspirant", "inspirante", "inspirants", "impressionnante", "impressionné", "impressionnée", "incroyables", "exceptionnel", "exceptionnelle", "inoubliable", "passionnants", "passionnantes", "riches",  "bonne ambiance", "ambiance", "déçu", "déçue", "décevant", "recommande", "drôle", "amusant", "bien organisé", "bien organisée",  "sympa", "sympathique",    "chance", "marquant", "marquante", "bluffant", "bluffé",
    ]),
    lesson: Phrases::of(&[
        "appris", "retenu", "retenir", "retiens", "conclusion", "leçon", "le plus", "l'idée", "important",
        "intéressant", "marqué", "en résumé", "à retenir", "message", "clé", "il faut", "convaincu",
    ]),
    remarks: Phrases::of(&[
        "note", "notes", "mes notes", "résumé", "description", "commentaire", "mon avis", "avis", "impression",
        "ressenti", "mon ressenti", "à retenir", "ce que j'ai retenu", "ce que je retiens", "en bref", "en résumé",
        "idée clé", "conclusion", "leçon", "message", "takeaway", "l'idée",
    ]),
    courtesy: Phrases::of(&[
        "merci", "remercie", "remercier", "remerciements", "désolé", "sponsors", "sponsor", "organisateurs",
        "félicitations", "bravo", "retard", "excusez", "pardon", "désolée", "navré",
    ]),
    logistics: Phrases::of(&[
        "avion", "vol", "hôtel", "train", "dîner", "déjeuner", "petit déjeuner", "bière", "bières", "café",
        "repas", "pizza", "fatigué", "arrivée", "arrivé", "voyage", "soirée", "bar", "badge", "goodies",
        "tartiflette", "ski", "météo",
        "aéroport", "gare", "métro", "taxi", "bus", "voiture", "trajet", "hébergement", "valise", "sommeil", "réveil", "dormi", "faim", "buffet", "apéro", "burger", "restaurant", "pluie", "candidature", "candidaté", "inscrit", "inscrite", "inscription", "mon employeur", "ma boîte", "habitant", "déplacement",
    ]),
    pointing: Phrases::of(&[
        "ci dessous", "ci dessus", "plus bas", "dans cet article", "dans ce billet", "dans ce post", "ici", "voici",
        "retrouver", "slides", "vidéos", "photos", "lien", "prochain article", "retrouvez", "disponible",
        "disponibles", "suite", "déjà dit", "j'écris", "écrire", "je vous raconte", "raconter", "je vais vous",
        "ce compte rendu", "cet article", "ce billet",
    ]),
    past: Phrases::of(&[
        "était", "étaient", "eu", "été", "avait", "avons", "ai", "j'ai", "fut", "a", "ont", "avaient", "s'est",
        "j'étais", "étions",
    ]),
    conjunctions: Phrases::of(&["et", "mais"]),
    connective: Phrases::of(&[
        "cependant", "toutefois", "également", "bien sûr", "malheureusement", "globalement", "en résumé", "enfin",
        "finalement", "ainsi", "bref", "donc", "par ailleurs", "de plus", "déjà", "par contre", "heureusement",
        "au final", "sinon", "premièrement", "deuxièmement", "troisièmement",
    ]),
    future: Phrases::of(&["sera", "seront", "va", "vont"]),
    closing: Phrases::of(&[
        "conclusion", "conclusions", "bilan", "en conclusion", "pour conclure", "en résumé", "résumé",
        "le mot de la fin", "fin", "mon avis", "impressions",
    ]),
    counted: Phrases::of(&[
        "personnes", "participants", "développeurs", "conférences", "speakers", "orateurs", "talks", "sessions",
        "jours", "pays", "visiteurs", "ateliers", "entreprises", "présentations",
        "visiteuses", "participantes", "développeuses", "étudiants", "étudiantes", "intervenants", "conférenciers", "inscrits", "présents", "membres", "heures", "équipes", "projets", "éditions", "villes", "stands", "sponsors", "bénévoles", "exposants", "tracks", "salles",
    ]),
    biography: Phrases::of(&[
        "est un", "est une", "travaille chez", "travaille comme", "est le", "est la",
    ]),
    joint: Phrases::of(&[
        "autre", "autres", "aussi", "également", "ensuite", "puis", "après", "suivante", "suivant", "les deux", "dernier", "dernière", "deuxième", "deux", "trois", "chaque",
    ]),
    many: Phrases::of(&["conférences", "talks", "présentations", "sessions", "ateliers", "orateurs", "intervenants", "speakers", "keynotes"]),
    advice: Phrases::of(&["doit", "doivent", "devrait", "peut", "peuvent", "faut", "si", "veut", "pouvez", "devez"]),
    states: Phrases::of(&["est", "sont", "c'est"]),
    tells: Phrases::of(&["sur", "comment", "pourquoi"]),
    aside: Phrases::of(&["seulement", "même", "aussi", "également", "encore"]),
    invite: Phrases::of(&[
        "rendez vous", "rejoignez", "inscrivez vous", "contactez", "suivez", "n'hésitez pas", "à bientôt",
        "à l'année prochaine", "venez", "on se retrouve", "abonnez vous", "dites nous", "vivement", "écrivez",
        "participez", "on vous attend", "à la prochaine",
    ]),
    video: Phrases::of(&["vidéo", "video", "vidéos", "enregistrement", "youtube", "replay", "captation"]),
    slides: Phrases::of(&["slides", "diapos", "diapositives", "support", "présentation", "planches"]),
    credit: Phrases::of(&[
        "photo de", "photo par", "photos de", "crédit photo", "crédits photo", "crédit", "crédits",
        "image de",
    ]),
    events: Phrases::of(&[
        "conférence", "meetup", "rencontre", "rencontres", "journée", "journées", "sommet", "forum",
        "atelier", "salon", "congrès", "festival", "apéro", "soirée", "colloque",
    ]),
};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// French wording.
pub(super) static WORDING: Wording = Wording {
    code: "fr",
    recap: "Retour sur {}",
    with: "Avec {}.",
    mine: "Ma présentation",
    also: "Aussi dans le compte rendu\u{a0}: {}",
    read: "Le compte rendu complet\u{a0}: {}",
    news: News {
        event: "{}\u{a0}: ",
        first: Announced {
            recording: "{}une vidéo est en ligne",
            recordings: "{}les vidéos sont en ligne",
            slides: "{}les slides sont en ligne",
            both: "{}les vidéos et les slides sont en ligne",
        },
        further: Announced {
            recording: "{}une autre vidéo est en ligne",
            recordings: "{}d’autres vidéos sont en ligne",
            slides: "{}d’autres slides sont en ligne",
            both: "{}d’autres vidéos et slides sont en ligne",
        },
        end: ".",
    },
    colon: "\u{a0}: ",
    stop: ". ",
    quotes: ("«\u{a0}", "\u{a0}»"),
    inner_quotes: ("“", "”"),
    comma: ", ",
    and: |_| " et ",
    more: |count| {
        if count == 1 {
            " et 1 autre".to_owned()
        } else {
            format!(" et {count} autres")
        }
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| {
        let days = day_month_year((start, end), year, &MONTHS, ("", " ", " "));
        // Only the first of a month is an ordinal.
        if start == end && start.day() == 1 {
            days.replacen("1 ", "1er ", 1)
        } else {
            days
        }
    },
};
