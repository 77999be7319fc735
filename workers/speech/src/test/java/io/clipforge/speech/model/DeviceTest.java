package io.clipforge.speech.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.clipforge.speech.Fixtures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeviceTest {
    @Test
    void withoutAGpuThatWorksTheProcessorComputesAndItIsSaidWhy() {
        var device = Device.best();

        assertEquals(device.kind() == Device.Kind.CUDA, device.why().isEmpty());
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            assertEquals(new Device(Device.Kind.CPU, "this build has no CUDA in it"), device);
        }
    }

    @Test
    void aModelSaysWhereItComputes() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            assertEquals(Device.best(), model.device());
            assertFalse(model.device().toString().contains("\n"));
        }
    }
}
