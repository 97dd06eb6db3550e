namespace Baton.Tests.Text;

/// <summary>What customers write, made up, twenty sentences a language in Latin script and some in others; the language guess is measured on them and was not made from them.</summary>
internal static partial class LanguageSentences
{
    public static IEnumerable<(string Language, string Sentence)> All =>
        Western.Concat(Further).SelectMany(list => list.Sentences.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(sentence => (list.Language, sentence)));

    private static readonly (string Language, string Sentences)[] Western =
    [
        ("en", """
            I can't log in to my account since this morning.
            Where is my order? It should have been here on Monday.
            Please cancel my subscription at the end of the month.
            We were charged twice for the same invoice.
            The app crashes every time I open a project on my phone.
            How do I invite a colleague to our workspace?
            Thanks for the quick answer, it works again!
            Invoice wrong, card charged twice, refund needed
            Password reset mail not received
            Webhook deliveries failing with timeout errors after yesterday's update
            Could you send me the receipt for March?
            I have been waiting for three days and nobody has written back.
            Your last update broke the export, none of our reports come out right.
            Is there a discount for schools?
            Delete my account and everything in it, please.
            Printer offline after firmware upgrade, screen stays blank
            My boss wants to know who changed the permissions of this folder.
            It says the payment was declined but my bank sees no problem.
            Feature request: dark mode for the calendar view
            We moved to a new office, so the delivery address has to be changed.
            """),
        ("de", """
            Ich kann mich seit heute Morgen nicht mehr anmelden.
            Wo bleibt meine Bestellung? Sie sollte am Montag hier sein.
            Bitte kündigen Sie mein Abonnement zum Ende des Monats.
            Uns wurde dieselbe Rechnung zweimal abgebucht.
            Die App stürzt jedes Mal ab, wenn ich ein Projekt öffne.
            Wie lade ich eine Kollegin in unseren Arbeitsbereich ein?
            Danke für die schnelle Antwort, jetzt geht es wieder!
            Die Mail zum Zurücksetzen des Passworts kommt nicht an.
            Können Sie mir den Beleg für März schicken?
            Ich warte nun drei Tage und niemand hat sich gemeldet.
            Seit dem letzten Update ist der Export kaputt.
            Gibt es einen Rabatt für Schulen?
            Löschen Sie bitte mein Konto mit allen Daten.
            Wer hat die Rechte für diesen Ordner geändert?
            Die Zahlung wurde abgelehnt, aber meine Bank sieht kein Problem.
            Wir sind umgezogen, die Lieferadresse muss geändert werden.
            Der Drucker druckt nur noch leere Seiten.
            Mir wurde ein falscher Betrag berechnet.
            Das Paket ist beschädigt bei uns eingetroffen.
            Warum bekomme ich keine Benachrichtigungen mehr?
            """),
        ("fr", """
            Je n'arrive plus à me connecter depuis ce matin.
            Où est ma commande ? Elle devait arriver lundi.
            Merci de résilier mon abonnement à la fin du mois.
            La même facture nous a été débitée deux fois.
            L'application plante chaque fois que j'ouvre un projet.
            Comment inviter une collègue dans notre espace de travail ?
            Merci pour votre réponse rapide, tout fonctionne de nouveau !
            Je n'ai pas reçu le courriel pour changer mon mot de passe.
            Pouvez-vous m'envoyer le reçu du mois de mars ?
            J'attends depuis trois jours et personne ne m'a répondu.
            Depuis la dernière mise à jour, l'export ne marche plus.
            Y a-t-il une remise pour les écoles ?
            Supprimez mon compte et toutes mes données, s'il vous plaît.
            Qui a modifié les droits de ce dossier ?
            Le paiement a été refusé, mais ma banque ne voit aucun problème.
            Nous avons déménagé, il faut changer l'adresse de livraison.
            L'imprimante ne sort que des pages blanches.
            On m'a facturé un mauvais montant.
            Le colis est arrivé abîmé chez nous.
            Pourquoi je ne reçois plus de notifications ?
            """),
        ("es", """
            No puedo entrar en mi cuenta desde esta mañana.
            ¿Dónde está mi pedido? Tenía que llegar el lunes.
            Quiero cancelar mi suscripción a final de mes.
            Nos han cobrado dos veces la misma factura.
            La aplicación se cierra cada vez que abro un proyecto.
            ¿Cómo invito a una compañera a nuestro espacio de trabajo?
            Gracias por la respuesta tan rápida, ya funciona otra vez.
            No me ha llegado el correo para cambiar la contraseña.
            ¿Me pueden enviar el recibo de marzo?
            Llevo tres días esperando y nadie me ha contestado.
            Desde la última actualización no funciona la exportación.
            ¿Hay algún descuento para escuelas?
            Borren mi cuenta y todos mis datos, por favor.
            ¿Quién ha cambiado los permisos de esta carpeta?
            El pago fue rechazado, pero mi banco no ve ningún problema.
            Nos hemos mudado y hay que cambiar la dirección de entrega.
            La impresora solo saca hojas en blanco.
            Me han facturado un importe equivocado.
            El paquete llegó roto a nuestra oficina.
            ¿Por qué ya no recibo notificaciones?
            """),
        ("it", """
            Da stamattina non riesco più ad accedere al mio account.
            Dov'è il mio ordine? Doveva arrivare lunedì.
            Vorrei disdire il mio abbonamento alla fine del mese.
            Ci è stata addebitata due volte la stessa fattura.
            L'app si chiude ogni volta che apro un progetto.
            Come posso invitare una collega nel nostro spazio di lavoro?
            Grazie per la risposta veloce, adesso funziona di nuovo!
            Non ho ricevuto la mail per cambiare la password.
            Potete mandarmi la ricevuta di marzo?
            Aspetto da tre giorni e nessuno mi ha risposto.
            Dopo l'ultimo aggiornamento l'esportazione non funziona più.
            C'è uno sconto per le scuole?
            Cancellate il mio account e tutti i miei dati, per favore.
            Chi ha cambiato i permessi di questa cartella?
            Il pagamento è stato rifiutato, ma la mia banca non vede problemi.
            Abbiamo traslocato, bisogna cambiare l'indirizzo di consegna.
            La stampante fa uscire solo fogli bianchi.
            Mi avete fatturato un importo sbagliato.
            Il pacco è arrivato danneggiato.
            Perché non ricevo più le notifiche?
            """),
        ("pt", """
            Não consigo entrar na minha conta desde hoje de manhã.
            Onde está a minha encomenda? Devia ter chegado na segunda-feira.
            Quero cancelar a minha assinatura no fim do mês.
            Cobraram-nos duas vezes a mesma fatura.
            O aplicativo fecha sempre que abro um projeto.
            Como convido uma colega para o nosso espaço de trabalho?
            Obrigado pela resposta rápida, já está funcionando de novo!
            Não recebi o e-mail para trocar a senha.
            Podem me enviar o recibo de março?
            Estou esperando há três dias e ninguém me respondeu.
            Desde a última atualização a exportação não funciona.
            Existe algum desconto para escolas?
            Apaguem a minha conta e todos os meus dados, por favor.
            Quem mudou as permissões desta pasta?
            O pagamento foi recusado, mas o meu banco não vê nenhum problema.
            Mudamos de escritório e precisamos alterar o endereço de entrega.
            A impressora só imprime folhas em branco.
            Vocês me cobraram um valor errado.
            O pacote chegou danificado.
            Por que não recebo mais notificações?
            """),
        ("nl", """
            Ik kan sinds vanochtend niet meer inloggen.
            Waar blijft mijn bestelling? Die had maandag hier moeten zijn.
            Ik wil mijn abonnement aan het einde van de maand opzeggen.
            Dezelfde factuur is twee keer bij ons afgeschreven.
            De app loopt vast zodra ik een project open.
            Hoe nodig ik een collega uit voor onze werkruimte?
            Bedankt voor het snelle antwoord, het werkt weer!
            Ik heb de mail om mijn wachtwoord te wijzigen niet gekregen.
            Kunt u mij de bon van maart sturen?
            Ik wacht nu drie dagen en niemand heeft geantwoord.
            Sinds de laatste update doet de export het niet meer.
            Is er een korting voor scholen?
            Verwijder mijn account en al mijn gegevens alstublieft.
            Wie heeft de rechten van deze map veranderd?
            De betaling is geweigerd, maar mijn bank ziet geen probleem.
            Wij zijn verhuisd, het afleveradres moet worden aangepast.
            De printer print alleen nog lege vellen.
            Er is een verkeerd bedrag in rekening gebracht.
            Het pakket is beschadigd aangekomen.
            Waarom krijg ik geen meldingen meer?
            """),
    ];
}
